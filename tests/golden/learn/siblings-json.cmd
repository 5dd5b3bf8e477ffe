learn tests/golden/learn/siblings --format json
