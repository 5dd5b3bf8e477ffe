accept tests/golden/accept/tracked.xml --author 'Nobody'
