check tests/golden/check/masthead.txt --fix -q
