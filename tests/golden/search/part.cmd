archive -q "$scratch/a" corpus/csto && "$penholder" search "$scratch/a" cooperation --exact --part operative --opening invites --title security --symbol "7*"
