draft tests/golden/learn/order/A_RES_*.txt
