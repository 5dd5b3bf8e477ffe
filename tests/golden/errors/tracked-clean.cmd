draft corpus/csto --tracked --clean -o x.docx
