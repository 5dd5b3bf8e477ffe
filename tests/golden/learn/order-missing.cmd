learn tests/golden/learn/order/A_RES_60_160.txt tests/golden/learn/order/A_RES_6[34]*.txt
