draft --pattern tests/golden/errors/pattern-no-note.xml
