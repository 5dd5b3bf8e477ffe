reject --help
