draft corpus/csto --set 'sponsors=Fiji and Nauro'
