archive build corpus/csto -o corpus/csto
