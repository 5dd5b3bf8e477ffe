learn tests/golden/learn/moves --format json
