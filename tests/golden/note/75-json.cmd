note corpus/csto --format json -q
