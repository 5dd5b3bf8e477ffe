archive -q "$scratch/s" tests/golden/draft/successor && "$penholder" draft --archive "$scratch/s" 'rights of lakes' --before-session 78 --sources table
