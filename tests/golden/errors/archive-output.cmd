archive LICENSE corpus/csto -o un.txt
