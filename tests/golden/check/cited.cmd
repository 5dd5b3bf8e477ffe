archive build -q corpus/csto -o "$scratch/a" && "$penholder" check tests/golden/check/cited/draft.txt --archive "$scratch/a"
