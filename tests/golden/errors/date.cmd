draft corpus/csto --date 2020-02-30 -o x.docx
