check tests/golden/check/own/looks.html
