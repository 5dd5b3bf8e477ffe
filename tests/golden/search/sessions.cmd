archive -q "$scratch/a" corpus/csto && "$penholder" search "$scratch/a" "in accordance with the Charter" --exact --sessions 67..69
