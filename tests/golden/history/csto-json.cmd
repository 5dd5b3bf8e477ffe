history corpus/csto --paragraph OP4 --format json --quiet
