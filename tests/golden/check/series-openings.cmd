check - --series corpus/csto -q <<END | grep -A 2 series-opening
$(sed "s/Welcomes the efforts/Looks forward to the efforts/; s/Encourages both/Recalls its support of both/" corpus/csto/A_RES_73_331.txt)
END
