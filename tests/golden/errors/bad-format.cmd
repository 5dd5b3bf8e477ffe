draft corpus/csto --format pdf
