archive build -q tests/golden/draft/successor -o "$scratch/st" && "$penholder" draft tests/golden/draft/successor/A_RES_77_52.txt --archive "$scratch/st" --tracked
