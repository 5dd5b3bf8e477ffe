archive -q "$scratch/a" corpus/csto && "$penholder" draft --archive "$scratch/a" 69/12 -q
