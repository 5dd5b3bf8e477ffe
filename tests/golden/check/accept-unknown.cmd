check corpus/csto/A_RES_69_12.txt --accept quote-curly --reason x
