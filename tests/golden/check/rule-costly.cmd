check tests/golden/check/own/draft.txt --format json --profile tests/golden/check/own/costly.xml
