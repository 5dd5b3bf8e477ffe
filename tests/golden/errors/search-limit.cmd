search --archive un.archive words --limit 1001
