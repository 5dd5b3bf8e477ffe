archive -q "$scratch/a" corpus/csto && "$penholder" search "$scratch/a" observer status --exact --format json
