learn tests/golden/learn/returns
