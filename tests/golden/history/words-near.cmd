history tests/golden/history/harbours --words "a study of the tides and of sand"
