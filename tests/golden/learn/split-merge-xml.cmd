learn tests/golden/learn/split-merge --format xml
