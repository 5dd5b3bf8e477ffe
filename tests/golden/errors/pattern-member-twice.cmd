draft --pattern tests/golden/errors/pattern-member-twice.xml
