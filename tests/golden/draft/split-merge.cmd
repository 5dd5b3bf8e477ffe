draft tests/golden/learn/split-merge
