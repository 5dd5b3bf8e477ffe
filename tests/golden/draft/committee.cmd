draft tests/golden/draft/committee.txt --format text
