check tests/golden/check/own/draft.txt
