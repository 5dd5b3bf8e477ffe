show tests/samples/addendum.txt
