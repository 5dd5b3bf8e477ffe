learn tests/golden/draft/quiet --format xml
