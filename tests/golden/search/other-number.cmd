archive -q "$scratch/a" corpus/csto && "$penholder" search "$scratch/a" "its resolution 59/51 of 2 December 2004" --exact
