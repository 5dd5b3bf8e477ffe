draft corpus/csto -q --format flatopc | "$penholder" verify -
