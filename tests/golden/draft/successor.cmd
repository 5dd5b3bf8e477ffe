archive build -q tests/golden/draft/successor -o "$scratch/s" && "$penholder" draft --archive "$scratch/s" 'rights of lakes' --before-session 78 --sources table
