draft corpus/csto --facts tests/golden/errors/binary.bin
