check tests/golden/check/own/broken.txt
