draft corpus/csto --session 80 -q
