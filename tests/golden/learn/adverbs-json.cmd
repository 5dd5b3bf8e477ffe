learn tests/golden/learn/adverbs --format json
