check corpus/csto/A_RES_69_12.txt --accept quotes-curly@PP8 --reason x
