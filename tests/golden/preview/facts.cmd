preview corpus/csto --set sponsors='Fiji and Tonga'
