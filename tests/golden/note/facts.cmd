note corpus/csto --facts tests/golden/draft/facts.facts --set 'letter-date=14 July 2020' --set signed='Jane Roe' --set 'why-now=The report will be before the Assembly.'
