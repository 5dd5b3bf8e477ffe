search nowhere.archive words
