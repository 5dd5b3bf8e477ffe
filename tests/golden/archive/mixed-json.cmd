archive -q "$scratch/m" tests/golden/archive/mixed && "$penholder" archive "$scratch/m" --format json | grep -v '"size"'
