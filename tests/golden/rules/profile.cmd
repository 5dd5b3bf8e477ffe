rules --profile mun
