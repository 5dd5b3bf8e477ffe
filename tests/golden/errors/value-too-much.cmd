draft corpus/csto --force=yes
