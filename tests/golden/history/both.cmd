history tests/golden/history/harbours --words sand --paragraph OP1
