archive build corpus/csto -o LICENSE
