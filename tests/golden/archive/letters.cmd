archive build -q tests/golden/archive/letters -o "$scratch/letters" && "$penholder" archive info "$scratch/letters"
