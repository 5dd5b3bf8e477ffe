backtest tests/golden/backtest/small --last --format json
