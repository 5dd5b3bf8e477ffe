history corpus/csto --words "seventy-fifth session" --format json --quiet
