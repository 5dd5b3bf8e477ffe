show tests/fuzz/seeds/docx/boxes.xml --format dump
