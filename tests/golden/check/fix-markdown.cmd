check corpus/csto/letter-2009-07-14.md --fix -q | diff corpus/csto/letter-2009-07-14.md -
