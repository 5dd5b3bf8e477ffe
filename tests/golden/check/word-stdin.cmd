check - --format docx < tests/golden/check/wrong.docx
