accept tests/golden/errors/notes.zip
