archive build corpus/csto nowhere -o nowhere.archive
