archive build -q tests/golden/archive/folders -o "$scratch/folders"; "$penholder" archive build tests/golden/archive/folders -o "$scratch/folders" -q && "$penholder" archive info "$scratch/folders"
