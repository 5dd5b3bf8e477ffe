archive build -q corpus/csto -o "$scratch/a" && "$penholder" search '“its resolution 59/51 of 2 December 2004”' --archive "$scratch/a"
