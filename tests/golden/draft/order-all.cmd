draft tests/golden/learn/order
