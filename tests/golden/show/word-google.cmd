show tests/golden/show/word/google.docx --format dump
