rules sesion-ahead
