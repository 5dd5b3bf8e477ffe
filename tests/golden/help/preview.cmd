preview --help
