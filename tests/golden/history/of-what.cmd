history tests/golden/history/harbours
