check tests/golden/check/own/long.txt --series corpus/csto
