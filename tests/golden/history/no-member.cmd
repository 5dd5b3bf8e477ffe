history tests/golden/history/harbours --paragraph OP1 --member 71/2
