check tests/golden/check/wrong.txt --format docx | "$penholder" show -
