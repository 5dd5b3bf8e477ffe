compare corpus/csto/A_RES_67_6.txt corpus/csto/A_RES_67_6.txt --format text
