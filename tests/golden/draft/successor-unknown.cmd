archive -q "$scratch/su" tests/golden/draft/successor && "$penholder" draft --archive "$scratch/su" 'follow-up to the review' --before-session 77
