history tests/golden/history/harbours --paragraph OP3 --color always
