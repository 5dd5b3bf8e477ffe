learn tests/golden/learn/subparagraphs --format json
