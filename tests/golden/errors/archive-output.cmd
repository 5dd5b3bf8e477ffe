archive build corpus/csto
