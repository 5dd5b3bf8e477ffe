draft tests/golden/learn/adverbs
