check corpus/csto --archive un.archive
