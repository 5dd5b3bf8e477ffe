draft corpus/csto --pattern tests/golden/draft/edited.xml
