check tests/golden/check/wrong.txt --fix --fresh -q -o "$scratch/fixed.txt" && exit 9; cat "$scratch/fixed.txt"; "$penholder" check "$scratch/fixed.txt" -q --format json | grep "\"fix\": \""
