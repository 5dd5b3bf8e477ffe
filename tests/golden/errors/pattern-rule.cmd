draft --pattern tests/golden/errors/pattern-rule.xml
