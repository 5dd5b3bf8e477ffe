archive build -q corpus/csto tests/golden/archive/mixed -o "$scratch/both" && "$penholder" learn --archive "$scratch/both" o
