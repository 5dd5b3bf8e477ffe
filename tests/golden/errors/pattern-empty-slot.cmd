draft --pattern tests/golden/errors/pattern-empty-slot.xml
