archive build -q corpus/csto -o "$scratch/a" && "$penholder" search '"in accordance with the Charter"' --session 67..69 --archive "$scratch/a"
