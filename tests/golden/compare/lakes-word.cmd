compare tests/golden/compare/old.txt tests/golden/compare/new.txt -q --format flatopc --author 'A. Khan' --date 2020-10-12
