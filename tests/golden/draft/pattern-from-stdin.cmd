draft --pattern - < tests/golden/draft/edited.xml
