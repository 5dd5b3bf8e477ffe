check tests/golden/check/wrong.txt --fix --dry-run
