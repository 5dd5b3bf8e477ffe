show tests/fuzz/seeds/zip/spaces.zip
