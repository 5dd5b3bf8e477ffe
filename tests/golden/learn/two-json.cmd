learn corpus/csto/A_RES_64_256.txt corpus/csto/A_RES_67_6.txt --format json
