draft --pattern nowhere.xml
