check tests/golden/check/own/accepted.txt --format html | sed -n "/class=\"accepted\"/,\$p"
