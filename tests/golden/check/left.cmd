check tests/golden/check/left.docx
