draft --pattern tests/golden/errors/pattern-old-base.xml
