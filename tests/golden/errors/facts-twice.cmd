draft corpus/csto --facts tests/golden/errors/facts-twice.facts
