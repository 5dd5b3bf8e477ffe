draft --pattern tests/golden/errors/pattern-cut.xml
