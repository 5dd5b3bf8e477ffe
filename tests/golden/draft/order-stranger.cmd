draft tests/golden/learn/order/A_RES_60_160.txt tests/golden/learn/order/A_RES_61_161.txt tests/golden/learn/order/bees.txt tests/golden/learn/order/A_RES_6[234]*.txt
