show nowhere.txt
