check tests/golden/check/own/accepted.txt
