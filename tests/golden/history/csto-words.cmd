history corpus/csto --words "SECRETARY GENERAL of the Collective Security Treaty Organization"
