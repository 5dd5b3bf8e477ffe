accept - -q < tests/golden/accept/tracked.xml
