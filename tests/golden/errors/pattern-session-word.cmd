draft --pattern tests/golden/errors/pattern-session-word.xml
