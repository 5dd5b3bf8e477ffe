show tests/golden/show/word/libreoffice.docx --format dump
