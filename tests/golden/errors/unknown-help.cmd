help drft
