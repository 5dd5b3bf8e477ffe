show tests/fuzz/seeds/zip/cut.zip
