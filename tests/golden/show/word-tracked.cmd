show tests/fuzz/seeds/docx/tracked.xml --format text
