draft --pattern tests/golden/errors/pattern-empty-value.xml
