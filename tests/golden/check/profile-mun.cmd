check tests/golden/check/own/draft.txt --profile mun
