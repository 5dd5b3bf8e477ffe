draft corpus/csto -z
