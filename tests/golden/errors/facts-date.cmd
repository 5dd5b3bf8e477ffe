draft corpus/csto --facts tests/golden/errors/facts-date.facts
