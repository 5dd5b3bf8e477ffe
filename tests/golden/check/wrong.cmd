check tests/golden/check/wrong.txt
