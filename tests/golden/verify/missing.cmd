verify no-such.docx
