check tests/golden/check/attached.txt
