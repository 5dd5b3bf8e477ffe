draft --pattern tests/golden/errors/pattern-rule-kind.xml
