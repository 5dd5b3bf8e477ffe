archive build -q corpus/csto -o "$scratch/a" && "$penholder" search observer status --limit 2 --format json --archive "$scratch/a"
