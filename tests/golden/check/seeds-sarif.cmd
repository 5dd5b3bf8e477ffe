check corpus/csto/A_RES_73_331.txt corpus/csto/A_RES_69_12.txt --format sarif
