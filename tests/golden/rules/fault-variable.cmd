rules --test tests/golden/rules/own/variable.xml
