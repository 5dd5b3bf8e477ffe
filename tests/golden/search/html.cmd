archive build -q corpus/csto -o "$scratch/a" && "$penholder" search "its resolution 59/50 of 2 December 2004" --format html --limit 2 --archive "$scratch/a"
