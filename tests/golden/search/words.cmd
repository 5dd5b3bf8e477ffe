archive -q "$scratch/a" corpus/csto && "$penholder" search "$scratch/a" regional and subregional organizations --limit 3
