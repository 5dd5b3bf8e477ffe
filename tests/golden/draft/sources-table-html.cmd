draft corpus/csto -q --format html --sources table
