history tests/golden/history/harbours --words ", ;"
