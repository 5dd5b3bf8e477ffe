archive build -q corpus/csto -o "$scratch/a" && "$penholder" draft --archive "$scratch/a" 69/12 -q
