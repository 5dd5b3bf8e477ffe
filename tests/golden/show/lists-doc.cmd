show tests/samples/lists.doc --format dump
