accept tests/golden/accept/tracked.xml -q --author 'B. Expert' --author 'A. Delegate'
