draft corpus/csto --format json
