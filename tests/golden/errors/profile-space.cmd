check tests/golden/check/own/draft.txt --profile tests/golden/errors/profile-space.xml
