draft --pattern tests/golden/errors/pattern-seen-order.xml
