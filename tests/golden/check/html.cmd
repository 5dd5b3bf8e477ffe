check tests/golden/check/wrong.txt --format html
