rules session-ahead
