draft corpus/csto --format facts -q
