check corpus/csto/letter-2009-07-14.md corpus/csto/A_RES_67_6.txt --format html | sed "/^<style>/,/^<\/style>/d"
