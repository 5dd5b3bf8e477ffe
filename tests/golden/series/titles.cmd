archive build -q tests/golden/series/titles -o "$scratch/t" && "$penholder" series "$scratch/t"
