show tests/samples/foreign.akn.xml --format dump
