draft --pattern tests/golden/errors/pattern-attribute.xml
