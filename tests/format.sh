#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The tables of fields in docs/format.md are those of `copydesk schema`: between
# the lines "<!-- fields NAME -->" and "<!-- end -->".  UPDATE=1 writes them anew.
. "${srcdir:-.}/tests/lib.sh"
doc=$top/docs/format.md

# fields NAME: the table of a record, from its JSON Schema
fields() {
    copydesk schema "$1" | awk '
        # "name":{"type":...,"description":"text"}
        {
            print "| field | what it is |"
            print "|---|---|"
            sub(/.*"properties":\{/, "")
            sub(/\},"required".*/, "")
            while (match($0, /^,?"[a-z_0-9]+":\{/)) {
                name = substr($0, RSTART, RLENGTH)
                gsub(/[,":{]/, "", name)
                match($0, /"description":"([^"\\]|\\.)*"/)
                text = substr($0, RSTART + 15, RLENGTH - 16)
                gsub(/\\"/, "\"", text)
                gsub(/\|/, "\\|", text)
                print "| `" name "` | " text " |"
                $0 = substr($0, RSTART + RLENGTH + 1)
            }
        }'
}

# The document with its tables made anew.
: >"$work/new"
while IFS= read -r line; do
    case $line in
    '<!-- fields '*)
        inside=${line#<!-- fields }
        inside=${inside% -->}
        { printf '%s\n\n' "$line"; fields "$inside"; echo; } >>"$work/new" ;;
    '<!-- end -->') inside= ;;
    esac
    [ -n "${inside-}" ] || printf '%s\n' "$line" >>"$work/new"
done <"$doc"

[ "${UPDATE-}" != 1 ] || cp "$work/new" "$doc"
for name in $(copydesk schema); do
    check "docs/format.md has no fields of $name" \
        grep -q "^<!-- fields $name -->$" "$doc"
done
check "docs/format.md differs from the schemas; UPDATE=1 sh tests/format.sh" \
    diff -u "$doc" "$work/new"
finish
