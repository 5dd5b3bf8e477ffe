learn corpus/csto --format xml
