draft --pattern tests/golden/errors/pattern-member-order.xml
