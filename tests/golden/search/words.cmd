archive build -q corpus/csto -o "$scratch/a" && "$penholder" search regional and subregional organizations --limit 3 --archive "$scratch/a"
