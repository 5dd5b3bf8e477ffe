check tests/golden/check/own/draft.txt --profile tests/golden/check/own/both.xml
