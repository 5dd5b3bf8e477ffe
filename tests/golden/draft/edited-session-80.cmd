draft --pattern tests/golden/draft/edited.xml --session 80
