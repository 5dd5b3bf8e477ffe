show tests/samples/A_RES_69_12.doc --format dump
