rules fn-twice op-end-semicolon
