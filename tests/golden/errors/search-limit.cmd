search un.archive words --limit 1001
