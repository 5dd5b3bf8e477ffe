archive build -q corpus/csto -o "$scratch/a" && "$penholder" search "peace and security" --limit 1 2>&1; PENHOLDER_ARCHIVE="$scratch/a" "$penholder" search peace and security --limit 1
