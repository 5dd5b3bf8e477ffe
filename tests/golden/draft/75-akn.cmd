draft corpus/csto --format akn
