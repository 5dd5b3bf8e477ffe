show - --format text < tests/golden/show/word/google.docx
