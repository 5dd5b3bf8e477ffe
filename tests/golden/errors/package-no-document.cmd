show tests/golden/errors/notes.zip
