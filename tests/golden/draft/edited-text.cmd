draft --pattern tests/golden/draft/edited.xml --sources comments
