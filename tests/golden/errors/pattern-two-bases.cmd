draft --pattern tests/golden/errors/pattern-two-bases.xml
