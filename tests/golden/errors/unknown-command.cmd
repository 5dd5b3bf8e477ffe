drfat corpus/csto
