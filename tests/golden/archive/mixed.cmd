archive build -q tests/golden/archive/mixed -o "$scratch/m" && "$penholder" archive info "$scratch/m"
