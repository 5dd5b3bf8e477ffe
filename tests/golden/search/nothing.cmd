archive build -q corpus/csto -o "$scratch/a" && "$penholder" search penguins --archive "$scratch/a"
