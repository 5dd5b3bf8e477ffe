draft --pattern tests/golden/errors/pattern-in-member.xml
