compare tests/golden/compare/old.txt tests/golden/compare/new.txt
