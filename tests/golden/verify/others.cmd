verify tests/golden/show/word/libreoffice.docx tests/golden/show/word/docxjs.docx
