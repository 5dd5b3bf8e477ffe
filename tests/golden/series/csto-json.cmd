archive build -q corpus/csto -o "$scratch/a" && "$penholder" series "$scratch/a" --format json
