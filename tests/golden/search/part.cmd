archive build -q corpus/csto -o "$scratch/a" && "$penholder" search cooperation -s 60.. --part operative --opening invites --title security --symbol "7*" --archive "$scratch/a"
