check corpus/csto/A_RES_73_331.txt --series corpus/csto --profile tests/golden/check/own/series.xml -q
