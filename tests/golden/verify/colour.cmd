verify tests/golden/verify/faulty.xml --color always
