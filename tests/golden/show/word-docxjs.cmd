show tests/golden/show/word/docxjs.docx --format dump
