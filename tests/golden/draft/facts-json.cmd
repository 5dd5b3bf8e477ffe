draft corpus/csto --facts tests/golden/draft/facts.facts --set symbol=104 --format json -q
