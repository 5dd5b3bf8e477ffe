check tests/golden/check/masthead.txt
