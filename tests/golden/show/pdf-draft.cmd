show tests/golden/show/pdf/draft.pdf --format dump
