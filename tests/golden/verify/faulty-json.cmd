verify tests/golden/verify/faulty.xml --format json
