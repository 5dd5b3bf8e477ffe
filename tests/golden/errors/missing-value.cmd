draft corpus/csto --session
