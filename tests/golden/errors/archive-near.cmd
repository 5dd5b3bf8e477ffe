archive chekc un.archive
