draft corpus/csto --set country=Fiji
