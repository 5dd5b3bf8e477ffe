archive -q "$scratch/a" corpus/csto && "$penholder" search "$scratch/a" "encourages strengthening of cooperation between United Nations specialized agencies and the Organization" --limit 2
