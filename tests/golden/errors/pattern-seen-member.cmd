draft --pattern tests/golden/errors/pattern-seen-member.xml
