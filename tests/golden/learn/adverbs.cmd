learn tests/golden/learn/adverbs
