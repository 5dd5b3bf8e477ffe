archive -q "$scratch/a" corpus/csto && "$penholder" check corpus/csto/A_RES_73_331.txt --archive "$scratch/a"
