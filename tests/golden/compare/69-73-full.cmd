compare corpus/csto/A_RES_69_12.txt corpus/csto/A_RES_73_331.txt --full -q
