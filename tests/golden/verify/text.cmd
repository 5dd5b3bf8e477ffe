verify corpus/csto/A_RES_73_331.txt
