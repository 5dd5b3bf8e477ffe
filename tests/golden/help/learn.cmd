learn --help
