note --help
