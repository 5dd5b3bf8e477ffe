#!/bin/sh
# Has LibreOffice work on Word files, all in one run of it: what office.bas can do with a file. If
# LibreOffice ends or is held up, another run goes on with the file that it was at; if that ends it
# again, OUT.error says so, and the next run goes on behind it.
#
# usage: tests/conformance/office/run.sh PROFILE LIST
# PROFILE: a folder that becomes LibreOffice's own; LIST: see office.bas
set -u
mkdir -p "$1"
profile=$(realpath "$1")
macros=$profile/user/basic/Standard
here=$(realpath "$(dirname "$0")")
list=$profile/list
tab=$(printf '\t')
cp "$2" "$list"

office() {
    "$here/soffice.sh" "$profile" "$@" >"$profile/log" 2>&1
}

doctype() {
    printf '<?xml version="1.0" encoding="UTF-8"?>\n'
    printf '<!DOCTYPE %s PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "%s.dtd">\n' \
        "$1" "${1%%:*}"
}

# The macros become a module of the profile's standard library.
install_macros() {
    [ -d "$macros" ] || office --terminate_after_init
    {
        doctype script:module
        printf '<script:module xmlns:script="http://openoffice.org/2000/script" '
        printf 'script:name="Office" script:language="StarBasic">'
        sed 's/&/\&amp;/g; s/</\&lt;/g' "$here/office.bas"
        printf '</script:module>\n'
    } >"$macros/Office.xba"
    {
        doctype library:library
        printf '<library:library xmlns:library="http://openoffice.org/2000/library" '
        printf 'library:name="Standard" library:readonly="false" library:passwordprotected="false">'
        printf '<library:element library:name="Office"/></library:library>\n'
    } >"$macros/script.xlb"
}

# The jobs that left neither OUT nor OUT.error.
unfinished() {
    while IFS= read -r job; do
        out=$(echo "$job" | cut -d "$tab" -f 3)
        [ -e "$out" ] || [ -e "$out.error" ] || echo "$job"
    done <"$list"
}

install_macros
office "macro:///Standard.Office.Main($list)"
tried=
while left=$(unfinished) && [ -n "$left" ]; do
    first=$(echo "$left" | head -n 1)
    if [ "$first" = "$tried" ]; then
        echo "LibreOffice ended" >"$(echo "$first" | cut -d "$tab" -f 3).error"
        left=$(echo "$left" | tail -n +2)
    fi
    tried=$first
    file=$(echo "$first" | cut -d "$tab" -f 2)
    rm -f "$(dirname "$file")/.~lock.$(basename "$file")#" # of the run that ended
    echo "$left" >"$list"
    office "macro:///Standard.Office.Main($list)"
done
