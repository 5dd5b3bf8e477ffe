show corpus/csto/A_RES_67_6.txt --format akn
