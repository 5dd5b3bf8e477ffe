draft corpus/csto --facts - --tracked --format dump -q < tests/golden/draft/facts.facts
