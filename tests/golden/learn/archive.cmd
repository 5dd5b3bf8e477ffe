archive build -q corpus/csto -o "$scratch/a" && "$penholder" learn --archive "$scratch/a" "collective security"
