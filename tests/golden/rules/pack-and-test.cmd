rules --pack --test -o x
