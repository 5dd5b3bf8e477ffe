draft corpus/csto --set report-symbol=A/74/328
