draft tests/golden/learn/siblings
