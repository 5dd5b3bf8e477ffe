learn corpus/csto
