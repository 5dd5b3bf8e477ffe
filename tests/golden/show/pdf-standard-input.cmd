show - --format text <tests/golden/show/pdf/A_RES_73_331.pdf
