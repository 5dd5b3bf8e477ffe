show tests/golden/show/word/pandoc.docx --format dump
