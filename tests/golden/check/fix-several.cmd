check corpus/csto/A_RES_69_12.txt corpus/csto/A_RES_67_6.txt --fix
