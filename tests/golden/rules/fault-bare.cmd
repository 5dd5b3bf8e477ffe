rules --test tests/golden/rules/own/bare.xml
