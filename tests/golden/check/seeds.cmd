check corpus/csto/A_RES_64_256.txt corpus/csto/A_RES_67_6.txt corpus/csto/A_RES_69_12.txt corpus/csto/A_RES_73_331.txt
