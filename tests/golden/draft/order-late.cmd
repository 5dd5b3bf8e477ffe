draft tests/golden/learn/order/late.txt tests/golden/learn/order/A_RES_6[1234]*.txt
