check --quiet --format json corpus/csto tests/samples tests/golden/check/wrong.txt tests/golden/show/pdf/A_RES_73_331.pdf | awk -f tests/bench/firings.awk
