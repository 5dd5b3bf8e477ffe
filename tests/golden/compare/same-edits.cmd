compare tests/golden/compare/old.txt tests/golden/compare/old.txt --format edits
