draft corpus/csto --sources comments --checklist -q
