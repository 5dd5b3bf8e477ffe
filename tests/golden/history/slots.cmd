history tests/golden/history/harbours --paragraph OP4
