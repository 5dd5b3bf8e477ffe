archive -q "$scratch/a" corpus/csto && "$penholder" search "$scratch/a" "its resolution 59/50 of 2 December 2004" --format html --limit 2
