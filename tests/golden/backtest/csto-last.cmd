backtest corpus/csto --last
