check corpus/csto/A_RES_69_12.txt --fix --format html -q | sed -n "/^<body>/,/^<h1>/p; /Kanal/p"
