learn tests/golden/learn/moves
