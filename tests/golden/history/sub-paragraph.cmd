history tests/golden/history/harbours --paragraph "op1(b)"
