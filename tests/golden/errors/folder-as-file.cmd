show corpus/csto
