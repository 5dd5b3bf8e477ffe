rules archive-date
