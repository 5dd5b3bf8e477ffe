reject tests/golden/accept/tracked.xml
