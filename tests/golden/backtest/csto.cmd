backtest corpus/csto
