draft --pattern tests/golden/errors/pattern-kind.xml
