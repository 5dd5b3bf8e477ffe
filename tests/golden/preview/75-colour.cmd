preview corpus/csto --color always
