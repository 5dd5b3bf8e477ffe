history corpus/csto --paragraph OP8
