history tests/golden/history/harbours --words sand --member 74/5
