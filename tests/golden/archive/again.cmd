archive build -q corpus/csto -o "$scratch/a" && "$penholder" archive build -q corpus/csto/ -o "$scratch/a" && "$penholder" archive check "$scratch/a"
