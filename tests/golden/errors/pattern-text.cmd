draft --pattern corpus/csto/A_RES_64_256.txt
