draft corpus/csto -o draft.pdf
