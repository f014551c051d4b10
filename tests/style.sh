#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# What CONTRIBUTING.md says of every file: a licence line, at most 500 lines of
# 80 columns, functions of at most 60 lines, and the form that clang-format
# gives.
. "${srcdir:-.}/tests/lib.sh"
cd "$top" || exit 99

# Not yet a failure.
late() { echo "style.sh: $*"; }

sources=$(ls ./*.h && find base parser nlp corpus cmd tests fuzz tools -name '*.[ch]' | sort)

pass # the two below
# shellcheck disable=SC2086 # a list of files
awk -v licence='/* SPDX-License-Identifier: Apache-2.0 */' '
    FNR == 1 && $0 != licence { print FILENAME " does not begin with its licence" }
    FNR == 501 { print FILENAME " has more than 500 lines" > "/dev/stderr" }
    ' $sources >"$work/unlicensed" 2>"$work/long"
while read -r line; do fail "$line"; done <"$work/unlicensed"
while read -r line; do late "$line"; done <"$work/long"

cat Makefile.am ./*/*.mk >"$work/lists"
for file in $sources tests/*.sh data/*.tsv; do
    check "$file is in no list of the makefile" \
        grep -qF "${file#./}" "$work/lists"
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
[ -z "$wide" ] || fail "wider than 80 columns: $wide"

format=$(command -v clang-format-14 || command -v clang-format)
if [ -n "$format" ] && $format --version | grep -q 'version 14\.'; then
    # shellcheck disable=SC2086 # a list of files
    $format --dry-run -Werror $sources 2>"$work/format" ||
        for file in $(sed -n 's/^\([^ :]*\):.*error.*/\1/p' "$work/format" | sort -u); do
            fail "$file: clang-format would change it"
        done
else
    echo "style.sh: no clang-format 14, so the form was not checked"
fi
finish
