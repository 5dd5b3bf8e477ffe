accept tests/golden/accept/tracked.xml
