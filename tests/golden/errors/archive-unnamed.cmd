archive -q "$scratch/a" corpus/csto && "$penholder" draft --archive "$scratch/a" penguins
