history tests/golden/history/harbours --paragraph OP2
