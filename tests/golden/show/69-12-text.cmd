show corpus/csto/A_RES_69_12.txt --format text
