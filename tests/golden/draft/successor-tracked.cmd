archive -q "$scratch/st" tests/golden/draft/successor && "$penholder" draft tests/golden/draft/successor/A_RES_77_52.txt --archive "$scratch/st" --tracked
