draft --pattern tests/golden/errors/pattern-session-early.xml
