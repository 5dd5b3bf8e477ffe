#!/bin/sh
# Installs the packages of a lock file, in exactly its versions, beside the build: once, whoever
# asks. Exit code 77: they cannot be had here, and the output says why.
#
# usage: tests/conformance/tools/npm.sh SOURCE FOLDER     SOURCE: the folder of package-lock.json
set -eu
source=$(realpath "$1")
mkdir -p "$2"
cd "$2"
command -v npm >/dev/null || { echo "skipped: npm is not installed"; exit 77; }
exec 9>npm.lock
flock 9
cmp -s "$source/package-lock.json" installed && exit 0
cp "$source/package.json" "$source/package-lock.json" "$source/.npmrc" .
npm install --no-audit --no-fund >npm.log 2>&1 ||
    { cat npm.log; echo "skipped: the packages of $source could not be installed"; exit 77; }
cp package-lock.json installed
