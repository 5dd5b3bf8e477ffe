check tests/golden/check/own/part.docx --format docx -o "$scratch/word-part.docx" 2>&1 | sed "s|$scratch/||"
