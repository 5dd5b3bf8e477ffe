search --archive un.archive words --session 79..70
