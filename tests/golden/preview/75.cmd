preview corpus/csto
