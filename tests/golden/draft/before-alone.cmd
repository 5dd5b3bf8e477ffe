draft --before-session 78 corpus/csto
