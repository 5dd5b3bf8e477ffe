draft corpus/csto --session seventy
