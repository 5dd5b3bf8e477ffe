draft corpus/csto --format text
