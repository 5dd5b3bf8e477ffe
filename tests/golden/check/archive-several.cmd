archive build -q corpus/csto -o "$scratch/a" && "$penholder" check corpus/csto/A_RES_73_331.txt corpus/csto/A_RES_69_12.txt --archive "$scratch/a"
