accept tests/samples/foreign.akn.xml
