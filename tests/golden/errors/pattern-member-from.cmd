draft --pattern tests/golden/errors/pattern-member-from.xml
