learn tests/golden/learn/split-merge
