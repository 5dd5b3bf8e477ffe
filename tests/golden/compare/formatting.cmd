compare tests/golden/compare/old.txt tests/golden/compare/italic.html --formatting --format edits
