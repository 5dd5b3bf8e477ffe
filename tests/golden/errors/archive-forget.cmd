archive un.archive --forget
