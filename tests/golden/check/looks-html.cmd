check tests/golden/check/own/looks.html --fix -q --format html | grep -o "<p.*</p>"
