#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Each option of the table in corpus/core/options.c is in its commands' --help, in
# the manual and in the completions of three shells; wrong words get a hint.
set -u
bad=0
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT

fail() {
    echo "options: $*"
    bad=1
}

for form in man bash zsh fish; do
    "$COPYDESK" help --as=$form >"$work/$form" || fail "help --as=$form"
done
# "name command command ..." for each row
awk '/^#define EVERY/ { split($0, part, "\""); every = part[2] }
     /^    \{ \{ "/ { row = ""; reading = 1 }
     reading { row = row $0 }
     reading && /\},$/ { reading = 0
         gsub(/EVERY/, "\"" every "\"", row)
         gsub(/READS/, "\"" every " index\"", row)
         gsub(/NULL/, "\"\"", row)
         gsub(/\\"/, "", row)
         n = split(row, part, "\"")
         print part[2] " " part[8] }' "$srcdir/corpus/core/options.c" >"$work/rows"
twice=$(cut -d ' ' -f 1 "$work/rows" | sort | uniq -d)
[ -z "$twice" ] || fail "only the first row counts of those named $twice"
while read -r name commands; do
    [ -n "$commands" ] || fail "row of '$name' was not understood"
    dashed=$(echo "$name" | sed 's/-/\\\\-/g')
    grep -q -- "\\\\-\\\\-$dashed" "$work/man" || fail "no --$name in the manual"
    grep -q -- "--$name" "$work/bash" || fail "no --$name in bash"
    grep -q -- "--$name" "$work/zsh" || fail "no --$name in zsh"
    for command in $commands; do
        # a command of the table may not be built in yet
        "$COPYDESK" help "$command" >"$work/help" 2>/dev/null || continue
        grep -q -- "--$name" "$work/help" ||
            fail "no --$name in $command --help"
        grep -q -- "_from $command' -l $name" "$work/fish" ||
            fail "no --$name of $command in fish"
    done
done <"$work/rows"
[ "$(wc -l <"$work/rows")" -ge 20 ] || fail "too few rows were read"
twice=$(cut -d' ' -f1 "$work/rows" | sort | uniq -d)
[ -z "$twice" ] || fail "more than one row of: $twice"
"$COPYDESK" copies --measure=jaccard --engine=minhash --stats \
    "$srcdir/demo/pages" 2>&1 >/dev/null |
    grep -q '"bands":25,"rows":5,' || fail "copies --stats tells no bands"

hint() {
    wanted=$1
    shift
    "$COPYDESK" "$@" >"$work/out" 2>"$work/err" </dev/null
    [ $? -eq 2 ] || fail "$*: exit code is not 2"
    [ ! -s "$work/out" ] || fail "$*: a usage error wrote to standard output"
    grep -q -- "$wanted" "$work/err" || fail "$*: $(cat "$work/err")"
}

hint "did you mean 'claims'" clams
hint "did you mean '--threads'" clean --thraeds=2 -
hint "did you mean 'articles'" schema article
hint "fits more than one" clean --max=3 -
hint "needs a value" clean --output
hint "no option '-x'" clean -x -
hint "is one of" clean --format=xml -
hint "number from" clean -j 0 -
hint "needs INPUT" clean
hint "needs a folder" run -
hint "takes no value" clean --help=yes

"$COPYDESK" --version | grep -q '^copydesk [0-9]' || fail "--version"
"$COPYDESK" --help | grep -q '^  claims ' || fail "--help"
bash -n "$work/bash" || fail "bash cannot read its completions"
if command -v zsh >/dev/null; then
    zsh -n "$work/zsh" || fail "zsh cannot read its completions"
fi
if command -v fish >/dev/null; then
    fish -n "$work/fish" || fail "fish cannot read its completions"
fi
if command -v mandoc >/dev/null; then
    mandoc -T lint -W error "$work/man" || fail "mandoc finds errors"
fi
exit $bad
