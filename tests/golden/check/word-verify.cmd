check tests/golden/check/wrong.docx --format docx | "$penholder" verify -
