history tests/golden/history/harbours --words "within existing resources"
