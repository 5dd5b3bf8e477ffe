learn tests/golden/learn/split-merge --format json
