archive build -q corpus/csto -o "$scratch/a" && "$penholder" draft --archive "$scratch/a" penguins
