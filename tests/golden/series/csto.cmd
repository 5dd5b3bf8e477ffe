archive -q "$scratch/a" corpus/csto && "$penholder" series "$scratch/a"
