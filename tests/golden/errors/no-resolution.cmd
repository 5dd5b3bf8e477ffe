draft LICENSE
