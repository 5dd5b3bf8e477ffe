show tests/samples/lakes.doc --format dump
