history tests/golden/history/harbours --paragraph PP1 --member 70/9
