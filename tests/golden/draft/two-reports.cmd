draft tests/golden/draft/two-reports.txt --set report-symbol=411 --set report-symbol.2=A/71/203/Add.1 --set symbol=A/C.3/71/L.9
