learn tests/golden/learn/siblings
