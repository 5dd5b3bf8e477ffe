show tests/samples/addendum.txt --format json
