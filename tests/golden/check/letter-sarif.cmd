check corpus/csto/letter-2009-07-14.md --format sarif
