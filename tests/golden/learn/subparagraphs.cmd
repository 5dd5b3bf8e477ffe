learn tests/golden/learn/subparagraphs
