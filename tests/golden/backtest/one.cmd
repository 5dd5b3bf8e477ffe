backtest corpus/csto/A_RES_64_256.txt corpus/csto/letter-2009-07-14.md
