archive build -q tests/golden/draft/successor -o "$scratch/su" && "$penholder" draft --archive "$scratch/su" 'follow-up to the review' --before-session 77
