search --archive nowhere.archive words
