show tests/golden/errors/binary.bin
