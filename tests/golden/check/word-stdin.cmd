check - --format docx <tests/golden/check/wrong.docx >"$scratch/own.docx"; "$penholder" check tests/golden/check/wrong.docx --format docx | cmp - "$scratch/own.docx"
