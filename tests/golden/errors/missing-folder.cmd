draft nowhere/
