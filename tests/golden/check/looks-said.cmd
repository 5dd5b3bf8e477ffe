check tests/golden/check/own/looks.html --format html | grep -o "fix: .*<small>"
