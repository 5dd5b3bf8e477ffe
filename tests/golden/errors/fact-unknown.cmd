draft corpus/csto --set reportsymbol=1
