#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Who may include whom: cmd -> copydesk.h -> corpus -> { parser, nlp } -> base.
# Every project include is written "module/file.h"; one outside library lives
# in one folder.
cd "${srcdir:-.}" || exit 99

allowed() {
    case "$1>$2" in
    base\>base | parser\>parser | nlp\>nlp | corpus\>corpus | cmd\>cmd) ;;
    parser\>base | nlp\>base | corpus\>base) ;;
    corpus\>parser | corpus\>nlp) ;;
    *) return 1 ;;
    esac
}

# header:folder that may include it
outside='libxml/:parser pcre2.h:nlp utf8proc.h:base sqlite3.h:corpus
pthread.h:corpus json-c/:corpus,parser zlib.h:corpus'

bad=0
for file in base/*.[ch] parser/*.[ch] nlp/*.[ch] corpus/*.[ch] cmd/*.[ch]; do
    [ -e "$file" ] || continue
    module=${file%%/*}
    for to in $(sed -n 's/^#include "\([a-z]*\)\/.*/\1/p' "$file"); do
        allowed "$module" "$to" && continue
        echo "$file must not include $to/"
        bad=1
    done
    for rule in $outside; do
        grep -q "^#include <${rule%:*}" "$file" || continue
        case ",${rule#*:}," in *",$module,"*) continue ;; esac
        echo "$file must not include <${rule%:*}>: that is for ${rule#*:}/"
        bad=1
    done
done
threads=$(grep -l '^#include <pthread.h>' ./*/*.[ch] | grep -v '^./corpus/pipeline.c$')
[ -z "$threads" ] || { echo "only corpus/pipeline.c has threads, not: $threads"; bad=1; }
exit $bad
