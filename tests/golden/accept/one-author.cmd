accept tests/golden/accept/tracked.xml --author 'B. Expert'
