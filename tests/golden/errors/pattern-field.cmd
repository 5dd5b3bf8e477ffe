draft --pattern tests/golden/errors/pattern-field.xml
