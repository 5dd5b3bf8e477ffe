help archive build
