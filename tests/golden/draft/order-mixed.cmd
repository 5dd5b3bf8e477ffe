draft tests/golden/learn/order/letter.md tests/golden/learn/order/A_RES_61_161.txt tests/golden/learn/order/A_RES_62_162.md tests/golden/learn/order/A_RES_6[34]*.txt
