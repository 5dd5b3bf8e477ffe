check tests/golden/check/own/draft.txt --fix --profile tests/golden/check/own/failing.xml
