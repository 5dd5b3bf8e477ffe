draft --pattern tests/golden/errors/pattern-element.xml
