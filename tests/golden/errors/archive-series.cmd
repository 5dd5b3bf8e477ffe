archive -q "$scratch/both" corpus/csto tests/golden/archive/mixed && "$penholder" learn --archive "$scratch/both" o
