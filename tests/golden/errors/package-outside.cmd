show tests/fuzz/seeds/zip/outside.zip
