archive -q "$scratch/a" corpus/csto && "$penholder" learn --archive "$scratch/a" "collective security"
