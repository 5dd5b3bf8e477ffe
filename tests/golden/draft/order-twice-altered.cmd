draft tests/golden/learn/order/A_RES_*.txt tests/golden/learn/order/altered.txt
