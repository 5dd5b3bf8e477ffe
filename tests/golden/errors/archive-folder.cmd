archive corpus/csto corpus/csto
