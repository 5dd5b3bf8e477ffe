archive -q "$scratch/a" corpus/csto && "$penholder" search "$scratch/a" subregional organizations --limit 1 --color always
