draft tests/golden/learn/returns
