show tests/samples/saved.html --format dump
