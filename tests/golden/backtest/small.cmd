backtest tests/golden/backtest/small
