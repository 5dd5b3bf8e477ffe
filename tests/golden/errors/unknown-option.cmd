draft corpus/csto --fromat docx
