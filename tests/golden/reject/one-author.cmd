reject tests/golden/accept/tracked.xml --author 'A. Delegate'
