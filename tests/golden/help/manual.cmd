help --man
