#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs every ```console example of README.md, docs/*.md and demo/README.md: a
# line "$ COMMAND" is run by sh, the lines below it are what it must print
# (standard output and error); a line "..." stands for any lines, "..." inside a
# line for any text.  The examples of a file share a folder, which has demo/ and
# tests/.  UPDATE=1 shows the real output instead.
. "${srcdir:-.}/tests/lib.sh"

# FILE -> $work/N.cmd, $work/N.want
split() {
    awk -v dir="$work" '
        /^```console$/ { inside = 1; next }
        /^```/ { inside = 0; next }
        !inside { next }
        /^\$ / { n++; print substr($0, 3) > (dir "/" n ".cmd")
                 printf "" > (dir "/" n ".want"); next }
        n > 0 { print > (dir "/" n ".want") }' "$1"
}

# Does file $2 fit the pattern file $1?
fits() {
    awk '
        NR == FNR { want[++m] = $0; next }
        { got[++n] = $0 }
        function same(pattern, line,    part, parts, i, at) {
            parts = split(pattern, part, /\.\.\./)
            if (parts == 1)
                return pattern == line
            if (substr(line, 1, length(part[1])) != part[1])
                return 0
            line = substr(line, length(part[1]) + 1)
            for (i = 2; i <= parts; i++) {
                at = index(line, part[i])
                if (part[i] != "" && at == 0)
                    return 0
                if (part[i] != "")
                    line = substr(line, at + length(part[i]))
                else if (i == parts)
                    line = ""
            }
            return line == ""
        }
        function match_from(i, j) {
            for (; i <= m; i++) {
                if (want[i] == "...") {
                    if (i == m)
                        return 1
                    for (; j <= n + 1; j++)
                        if (match_from(i + 1, j))
                            return 1
                    return 0
                }
                if (j > n || !same(want[i], got[j]))
                    return 0
                j++
            }
            return j > n
        }
        END { exit !match_from(1, 1) }' "$1" "$2"
}

for file in "$top/README.md" "$top"/docs/*.md "$top/demo/README.md"; do
    rm -rf "$work/at" "$work"/*.cmd "$work"/*.want
    mkdir "$work/at"
    ln -s "$top/demo" "$top/tests" "$work/at/"
    split "$file"
    n=1
    while [ -f "$work/$n.cmd" ]; do
        (cd "$work/at" && sh "$work/$n.cmd") >"$work/got" 2>&1
        if fits "$work/$n.want" "$work/got"; then
            pass
        else
            fail "${file#"$top"/}: $ $(cat "$work/$n.cmd")"
            diff -u "$work/$n.want" "$work/got" | tail -n +3 | head -n 60
        fi
        n=$((n + 1))
    done
done
finish
