#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# tests/claims.tsv: sentences, each with every claim in it and all that the text
# says of it, as the program said it and a person found it right.  A claim too
# many or too few, or one field that differs, fails.  The articles were published on 12 March 2025.
# UPDATE=1 writes what the program says, for review.
. "${srcdir:-.}/tests/lib.sh"
gold=$top/tests/claims.tsv

# The first column, each sentence once, as articles.
grep -v '^#' "$gold" | cut -f 1 | uniq >"$work/sentences"
awk '{
    gsub(/\\/, "\\\\"); gsub(/"/, "\\\"")
    printf "{\"id\":\"%d\",\"text\":\"%s\",\"published\":\"2025-03-12\"}\n", NR, $0
}' "$work/sentences" >"$work/in.jsonl"

copydesk claims --clean=no --format=tsv "$work/in.jsonl" >"$work/claims" ||
    fail "copydesk claims: exit $?"
awk -F '\t' -v OFS='\t' -v columns="text value from to unit kind change role subject property time modality speaker" '
    FNR == NR { sentence[FNR] = $0; next }
    FNR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; n = split(columns, name, " "); next }
    {
        gsub(/"/, "", $at["doc"])
        row = sentence[$at["doc"]]
        for (i = 1; i <= n; i++)
            row = row OFS ($at[name[i]] == "" ? "-" : $at[name[i]])
        print row
    }' "$work/sentences" "$work/claims" >"$work/got"

grep '^#' "$gold" >"$work/want"
cat "$work/got" >>"$work/want"
[ "${UPDATE-}" != 1 ] || cp "$work/want" "$gold"
grep -v '^#' "$gold" >"$work/want"
rows=$(wc -l <"$work/want")
check "only $rows rows" [ "$rows" -ge 300 ]
if cmp -s "$work/want" "$work/got"; then
    pass
else
    fail "claims differ from tests/claims.tsv"
    diff "$work/want" "$work/got" | head -n 40
fi
finish
