#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# What CONTRIBUTING.md says of every file: a licence line, at most 500 lines of
# 80 columns, functions of at most 60 lines, and the form that clang-format
# gives.
. "${srcdir:-.}/tests/lib.sh"
cd "$top" || exit 99

# Not yet a failure.
late() { echo "style.sh: $*"; }

sources=$(ls ./*.h base/*.[ch] parser/*.[ch] nlp/*.[ch] corpus/*.[ch] cmd/*.[ch] \
    tests/*.[ch] fuzz/*.[ch] tools/*.[ch])

for file in $sources; do
    [ "$(head -n 1 "$file")" = '/* SPDX-License-Identifier: Apache-2.0 */' ] ||
        fail "$file does not begin with its licence"
    lines=$(wc -l <"$file")
    [ "$lines" -le 500 ] || late "$file has $lines lines"
    pass
done
for file in $sources tests/*.sh data/*.tsv; do
    cat Makefile.am ./*/*.mk | grep -qF "${file#./}" ||
        fail "$file is in no list of the makefile"
done
for file in tests/*.sh tools/*.sh tools/ci/*.sh tools/*.awk demo/*.sh; do
    head -n 2 "$file" | grep -q '^# SPDX-License-Identifier: Apache-2.0$' ||
        fail "$file does not begin with its licence"
done

# A definition's name is at the beginning of a line, "{" and "}" stand alone.
long=$(awk '
    FNR == 1 { name = "" }
    /^[a-zA-Z_][a-zA-Z_0-9]*\(/ { name = $1; sub(/\(.*/, "", name); from = FNR }
    /^START_TEST\(/ { name = $0; from = FNR }
    /^}/ && name != "" {
        if (FNR - from > 60)
            print FILENAME ": " name " has " FNR - from " lines"
        name = ""
    }' $sources)
[ -z "$long" ] || late "$long"

wide=$(LC_ALL=C.UTF-8 grep -nE '^.{81,}' $sources | cut -c 1-60)
[ -z "$wide" ] || late "wider than 80 columns: $wide"

format=$(command -v clang-format-14 || command -v clang-format)
if [ -n "$format" ] && $format --version | grep -q 'version 14\.'; then
    for file in $sources; do
        $format --dry-run -Werror "$file" 2>/dev/null ||
            fail "$file: clang-format would change it"
    done
else
    echo "style.sh: no clang-format 14, so the form was not checked"
fi
finish
