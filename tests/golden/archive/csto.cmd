archive build -q corpus/csto -o "$scratch/a" && "$penholder" archive info "$scratch/a"
