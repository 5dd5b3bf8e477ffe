check tests/golden/check/wrong.docx --format docx --author "Ana Ruiz" --date 2020-10-12 | "$penholder" show - --format text
