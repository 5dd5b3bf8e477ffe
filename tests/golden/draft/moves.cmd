draft tests/golden/learn/moves
