rules series-date
