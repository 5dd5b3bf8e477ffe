draft corpus/csto --tracked --color always -q
