rules --test tests/golden/rules/own/names.xml
