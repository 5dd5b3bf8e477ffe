archive build -q corpus/csto -o "$scratch/a" && "$penholder" search '"specialized agencies"' contacts of mutual interest --limit 1 --archive "$scratch/a"
