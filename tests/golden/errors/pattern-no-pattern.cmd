draft --pattern tests/golden/errors/pattern-no-pattern.xml
