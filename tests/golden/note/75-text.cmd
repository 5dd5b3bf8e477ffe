note corpus/csto
