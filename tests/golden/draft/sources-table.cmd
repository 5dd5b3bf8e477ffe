draft corpus/csto -q --sources table
