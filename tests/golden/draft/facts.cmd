draft corpus/csto --facts tests/golden/draft/facts.facts
