rules --test tests/golden/rules/own/message.xml
