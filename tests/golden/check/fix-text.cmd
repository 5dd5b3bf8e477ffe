check tests/golden/check/wrong.txt --fix -q
