check corpus/csto/A_RES_69_12.txt --fix --dry-run -o fixed.txt
