archive build -q corpus/csto -o "$scratch/a" && "$penholder" search --archive "$scratch/a" -- "--"
