check tests/golden/check/own/accepted.txt --format sarif
