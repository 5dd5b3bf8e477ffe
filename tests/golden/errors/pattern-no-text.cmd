draft --pattern tests/golden/errors/pattern-no-text.xml
