history tests/golden/history/harbours --words "lighthouses and buoys"
