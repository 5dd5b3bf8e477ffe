check - --format docx <tests/golden/check/wrong.txt -q | "$penholder" verify -
