check - -q <<END | tail -n 1
    The General Assembly,

    1.  Decides $(awk "BEGIN { for (i = 0; i < 100000; i++) printf \"“a \" }").
END
