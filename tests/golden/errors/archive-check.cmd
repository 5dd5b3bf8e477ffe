archive un.archive corpus/csto --check
