archive build -q corpus/csto -o "$scratch/a" && "$penholder" search --archive "$scratch/a" -- $(seq -f "w%g" 501)
