draft corpus/csto --set sponsors=Fiji --set sponsors=Tonga
