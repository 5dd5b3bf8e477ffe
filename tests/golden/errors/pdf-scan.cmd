show tests/golden/errors/scan.pdf
