history tests/golden/history/harbours --paragraph "OP1 (f)"
