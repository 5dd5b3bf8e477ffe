archive -q "$scratch/t" tests/golden/series/titles && "$penholder" series "$scratch/t"
