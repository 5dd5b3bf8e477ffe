archive build -q corpus/csto -o "$scratch/a" && "$penholder" check corpus/csto/A_RES_73_331.txt --archive "$scratch/a"
