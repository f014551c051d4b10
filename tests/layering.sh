#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Who may include whom, as the table of rooms in docs/architecture.md says: a
# file includes its own room and what stands in its room's row, and that is
# always further down.  Every project include is written "room/file.h"; one
# outside library lives in one folder.
cd "${srcdir:-.}" || exit 99

# ROOM TO, for each room a line with itself, in the order of the table
rooms=$(sed -n 's/^| `\([a-z/]*\)\/` |[^|]*|\([^|]*\)|$/\1 \2/p' docs/architecture.md |
    tr -d '`,' | awk '{ print $1, $1; for (i = 2; i <= NF; i++) print $1, $i }')

# header:folder that may include it
outside='libxml/:parser pcre2.h:nlp utf8proc.h:base sqlite3.h:corpus
pthread.h:corpus json-c/:corpus,parser zlib.h:corpus'

files=$(find base parser nlp corpus cmd -name '*.[ch]' | sort)
# shellcheck disable=SC2086 # a list of files
bad=$({
    echo "$rooms"
    grep -H '^#include ["<]' $files | sed -e 's/:#include / /' -e 's/[<">]//g'
} | awk -v outside="$outside" '
    function room(path) { sub(/\/?[^\/]*$/, "", path); return path }
    BEGIN {
        n = split(outside, rules, /[ \n]+/)
    }
    $1 !~ /\.[ch]$/ { # of the table
        may[$1, $2] = 1
        if (!($1 in place))
            place[$1] = ++count
        arrow[$1 " " $2] = 1
        next
    }
    {
        from = room($1)
        to = $2 ~ /^copydesk\.h$/ ? $2 : room($2)
        if (!(from in place) && !(from in told)) {
            print "docs/architecture.md has no room " from
            told[from] = 1
        }
        if ((to in place || to == "copydesk.h") && !((from, to) in may))
            print $1 " must not include " $2
        for (i = 1; i <= n; i++) {
            split(rules[i], rule, ":")
            if (index($2, rule[1]) == 1 &&
                index("," rule[2] ",", "," substr($1, 1, index($1, "/") - 1) ",") == 0)
                print $1 " must not include <" $2 ">: that is for " rule[2] "/"
        }
    }
    END {
        for (a in arrow) {
            split(a, end, " ")
            if (end[2] in place && place[end[1]] > place[end[2]])
                print "docs/architecture.md: " end[1] " stands below " end[2] ", which it may include"
        }
    }')
[ -n "$rooms" ] || bad="docs/architecture.md has no table of rooms"
threads=$(grep -l '^#include <pthread.h>' $files | grep -vFx corpus/core/ring.c)
[ -z "$threads" ] || bad="$bad
only corpus/core/ring.c has threads, not: $threads"
[ -z "$bad" ] || echo "$bad"
[ -z "$bad" ]
