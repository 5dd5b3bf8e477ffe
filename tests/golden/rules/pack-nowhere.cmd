rules --pack
