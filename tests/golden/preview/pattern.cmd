preview --pattern tests/golden/draft/edited.xml
