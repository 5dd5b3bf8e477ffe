draft corpus/csto --format html
