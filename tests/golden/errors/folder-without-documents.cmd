draft tests/golden/errors/nothing
