draft tests/golden/learn/notes-and-headings
