check corpus/csto --format docx
