draft --pattern tests/golden/errors/pattern-dtd.xml
