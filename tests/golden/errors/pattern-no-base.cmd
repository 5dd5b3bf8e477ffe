draft --pattern tests/golden/errors/pattern-no-base.xml
