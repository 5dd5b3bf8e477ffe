archive build -q corpus/csto -o "$scratch/a" && "$penholder" search subregional organizations --limit 1 --color always --archive "$scratch/a"
