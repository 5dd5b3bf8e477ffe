check tests/golden/check/own/accepted.txt --fix --dry-run
