archive -q "$scratch/a" corpus/csto && "$penholder" archive "$scratch/a"
