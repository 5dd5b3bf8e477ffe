search words
