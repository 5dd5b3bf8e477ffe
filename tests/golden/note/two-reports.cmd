note tests/golden/draft/two-reports.txt --set report-symbol=411 --set country=Philippines --set on-behalf='Tonga, Iran (Islamic Republic of)'
