draft --pattern tests/golden/errors/pattern-note-twice.xml
