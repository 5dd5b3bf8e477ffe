learn tests/golden/learn/notes-and-headings
