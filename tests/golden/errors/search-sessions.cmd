search un.archive words --sessions 79..70
