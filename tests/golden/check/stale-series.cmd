check corpus/csto/A_RES_73_331.txt --series corpus/csto
