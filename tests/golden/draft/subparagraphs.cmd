draft tests/golden/learn/subparagraphs
