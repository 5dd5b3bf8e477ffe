history tests/golden/history/harbours --paragraph OP1 --member 73/4
