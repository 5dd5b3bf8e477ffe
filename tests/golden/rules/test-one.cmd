rules --test session-ahead
