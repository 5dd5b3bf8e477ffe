archive -q "$scratch/a" corpus/csto && "$penholder" search "$scratch/a" penguins
