draft corpus/csto --format dump
