verify tests/golden/verify/faulty.xml
