learn corpus/csto --format html
