series LICENSE
