check tests/golden/check/own/looks.html --fix --dry-run
