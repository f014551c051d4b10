#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The index as a user meets it: days one by one against one big run, what is
# refused, what is damaged, readers beside a writer.
. "${srcdir:-.}/tests/lib.sh"
cd "$work" || exit 99

# lines FROM TO: documents, of which every third is an edited copy
lines() {
    awk -v from="$1" -v to="$2" 'BEGIN {
        split("harbour council ferry budget report minister storm bridge " \
              "school market winter train factory river museum hospital", w, " ")
        for (i = from; i < to; i++) {
            base = i % 3 == 2 ? i - 2 : i
            text = ""
            for (k = 0; k < 40; k++)
                text = text w[(base * 7 + k * k * (base % 5 + 1) + k) % 16 + 1] \
                    (k % 4 == 0 ? base * 31 + k : "") " "
            if (i % 3 == 2) text = text "and " i " more"
            printf "{\"id\":\"d%d\",\"text\":\"%s\"}\n", i, text
        }
    }'
}

# pairs FILE...: without the cluster, which grows from day to day
pairs() {
    grep -h '"kind"' "$@" | sed 's/,"cluster":[^}]*//' | sort
}

lines 0 60 >all.jsonl
lines 0 20 >day1.jsonl
lines 20 21 >day2.jsonl
lines 21 45 >day3.jsonl
lines 45 60 >day4.jsonl

# ---- the same answer, whatever the measure and the number of threads
for measure in judge jaccard; do
    options="--unit=record --clean=no --measure=$measure --threshold=.6"
    # shellcheck disable=SC2086 # words
    copydesk copies $options all.jsonl -o all.out || fail "one big run"
    for threads in 1 3; do
        for day in 1 2 3 4; do
            # shellcheck disable=SC2086
            copydesk copies $options -j $threads --index "ix-$threads" \
                day$day.jsonl -o day$day.out || fail "$measure: day $day"
        done
        pairs all.out >all.pairs
        pairs day?.out >day.pairs
        check "$measure: nothing was found" test -s all.pairs
        check "$measure: days differ from one run" cmp all.pairs day.pairs
        check "$measure: verify" copydesk index verify "ix-$threads" -o verify.out
    done
    check "$measure: the index differs with -j 3" diff -r ix-1 ix-3
    # shellcheck disable=SC2086
    copydesk index query ix-1 $options day1.jsonl -o query.out ||
        fail "$measure: query"
    check "$measure: query finds nothing" test -s query.out
    check "$measure: query changed the index" diff -r ix-1 ix-3
    mv ix-1 "ix-$measure"
    rm -rf ix-3
done

# ---- what is refused
said() { # WHAT CODE TEXT COMMAND...
    what=$1 code=$2 text=$3
    shift 3
    "$@" >out 2>err
    check "$what: not exit code $code" test $? -eq "$code"
    check "$what: $(cat err)" grep -q -- "$text" err
}
judge="--unit=record --clean=no"
said "other options" 2 "made with other options: unit=record" \
    copydesk index query ix-judge all.jsonl
said "no index" 4 "no index in" copydesk index query nothing all.jsonl
said "no such action" 2 "index takes add" copydesk index grow ix-judge
said "no inputs" 2 "takes a folder and inputs" copydesk index add ix-judge
said "code points" 2 "offsets=byte" copydesk copies --offsets=codepoint \
    --index ix-judge all.jsonl
sed 's/^copydesk index 1/copydesk index 2/' ix-judge/manifest >manifest.new
cp -r ix-judge newer && cp manifest.new newer/manifest
for action in stats verify compact; do
    said "a newer index, $action" 4 "a newer copydesk made it" \
        copydesk index $action newer
done
if command -v flock >/dev/null; then
    # shellcheck disable=SC2086
    said "a second writer" 4 "being written by another process" \
        flock ix-judge/lock copydesk index add ix-judge $judge day1.jsonl
    # shellcheck disable=SC2086
    check "a reader beside a writer" \
        flock ix-judge/lock copydesk index query ix-judge $judge day1.jsonl -o out
fi

# ---- twice the same is added once
copydesk index stats ix-judge >before
# shellcheck disable=SC2086
copydesk index add ix-judge $judge day4.jsonl >after 2>err
check "added twice" cmp before after
check "added twice, and nothing said" grep -q "has these inputs already" err

# ---- damage is named, and never a wrong answer
segment=$(ls ix-judge/*.seg | head -n 1)
name=$(basename "$segment")
size=$(wc -c <"$segment")
for part in 1 3 5 7 9; do
    rm -rf damaged && cp -r ix-judge damaged
    printf '\377\000\377' | dd of="damaged/$name" bs=1 conv=notrunc \
        seek=$((size * part / 10)) 2>/dev/null
    said "damage at $part/10" 4 "damaged" copydesk index verify damaged
    check "damage at $part/10 is not named" grep -q "$name.*\"good\":false" out
done
rm -rf damaged && cp -r ix-judge damaged && rm "damaged/$name"
said "a file is gone" 4 "$name" copydesk index stats damaged
rm -rf damaged && cp -r ix-judge damaged
dd if="$segment" of="damaged/$name" bs=1 count=$((size / 2)) 2>/dev/null
# shellcheck disable=SC2086
said "half a file" 4 "$name" copydesk index query damaged $judge day1.jsonl
check "a foreign file went" test -n "$(
    mkdir other && echo 1 >other/notes.seg &&
    copydesk index add other all.jsonl >/dev/null 2>&1; cat other/notes.seg)"

# ---- readers while segments are merged and taken away
cp -r ix-judge busy
# shellcheck disable=SC2086
copydesk index query busy $judge day2.jsonl -o want.out 2>/dev/null
(
    for i in 1 2 3 4 5 6 7 8; do
        lines $((1000 + i * 3)) $((1002 + i * 3)) >more.jsonl
        # shellcheck disable=SC2086
        copydesk index add busy $judge more.jsonl >/dev/null 2>&1 || echo add >>bad
        copydesk index compact busy >/dev/null 2>&1 || echo compact >>bad
    done
    : >done
) &
while [ ! -f done ]; do
    # shellcheck disable=SC2086
    copydesk index query busy $judge day2.jsonl -o got.out 2>err ||
        fail "a reader beside a writer: $(cat err)"
    check "a reader saw something else" cmp want.out got.out
done
wait
check "the writer failed" test ! -f bad
check "files are left over" test "$(ls busy | wc -l)" -eq 3

# ---- a format that cannot tell of an index is refused before it is changed
copydesk index add ix-form "$top/demo/pages" >/dev/null 2>&1
copydesk index stats ix-form >want
copydesk index add -f dot ix-form "$top/demo/pages/harrow-ledger" >got 2>err
check "index add -f dot: not exit code 2" test $? -eq 2
copydesk index stats ix-form >got
check "index add -f dot changed the index" cmp want got

# ---- run
copydesk run -q "$top/demo/pages" -o whole 2>/dev/null
copydesk run -q "$top/demo/pages" --index ix-run -o first 2>/dev/null
pairs whole/copies.jsonl >want
pairs first/copies.jsonl >got
check "run: the first day is not like a run without an index" cmp want got
copydesk run -q "$top/demo/pages/harrow-ledger" --index ix-run -o second \
    2>/dev/null
check "run: copies of earlier pages" test -s second/copies.jsonl
check "run: a report with copies of earlier pages" test -s second/report.html
finish
