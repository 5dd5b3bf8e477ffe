rules --test tests/golden/rules/own/fix.xml
