history corpus/csto --paragraph "op 2" --member 64/256
