#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# copydesk stage: plan, pages and merge write the same folder as run, also
# where shards were lost, damaged or done twice; mixed sets are refused.
. "${srcdir:-.}/tests/lib.sh"
cd "$top" || exit 99

awk -v n=130 -f tests/pages.awk >"$work/pages.jsonl"
gzip -c "$work/pages.jsonl" >"$work/packed.jsonl.gz"
mkdir "$work/none"
inputs="$work/pages.jsonl demo/pages $work/none $work/packed.jsonl.gz \
    $work/missing.html demo/pages/kestrel-wire.warc"

# plan SIZE FOLDER OPTION...
plan() {
    size=$1 folder=$2
    shift 2
    copydesk stage plan $inputs -o "$folder" --shard-size="$size" "$@" \
        2>/dev/null
}

# all_pages FOLDER
all_pages() {
    ls "$1"/*.shard | xargs -P 2 -n 1 "$work/bin/copydesk" stage pages --shard \
        2>/dev/null
}

for options in "" --offsets=codepoint "--measure=jaccard --threshold=.65" \
    "--unit=article --cluster=complete" --clean=no; do
    rm -rf "$work/run" "$work/plan" "$work/merged"
    copydesk run -q $options $inputs -o "$work/run" 2>/dev/null
    check "run $options: not exit code 3" test $? -eq 3
    plan 100k "$work/plan" $options
    check "plan $options: not exit code 0" test $? -eq 0
    check "plan $options: few shards" test -e "$work/plan/000004.shard"
    check "pages $options: not exit code 0" all_pages "$work/plan"
    copydesk stage merge "$work/plan" -o "$work/merged" 2>/dev/null
    check "merge $options: not exit code 3" test $? -eq 3
    check "merge $options: not what run writes" \
        diff -rq "$work/run" "$work/merged"
done

# Other shards, threads, order: the same.
rm -rf "$work/run"
copydesk run -q $inputs -o "$work/run" 2>/dev/null
plan 20k "$work/small"
ls -r "$work/small"/*.shard |
    xargs -n 1 "$work/bin/copydesk" stage pages -j3 --shard 2>/dev/null
rm -rf "$work/merged"
copydesk stage merge -j2 "$work/small" -o "$work/merged" 2>/dev/null
check "other shards: not what run writes" diff -rq "$work/run" "$work/merged"

# What is there is not done again; what is not whole is.
plan 100k "$work/some"
all_pages "$work/some"
touch -d 2000-01-01 "$work/some"/*.pack
rm "$work/some/000001.ok"
printf x >>"$work/some/000002.pack"
copydesk stage merge "$work/some" -o "$work/bad" 2>"$work/err"
check "merge without a shard: not exit code 4" test $? -eq 4
check "merge does not name the shard" grep -q 'not done: 1$' "$work/err"
check "merge without a shard left something" test ! -e "$work/bad/stats.json"
all_pages "$work/some"
old=$(find "$work/some" -name '*.pack' ! -newermt 2001-01-01 | wc -l)
all=$(ls "$work/some"/*.pack | wc -l)
check "$old of $all packs are old" test "$old" -eq $((all - 2))
rm -rf "$work/merged"
copydesk stage merge "$work/some" -o "$work/merged" 2>/dev/null
check "after repair: not what run writes" diff -rq "$work/run" "$work/merged"

# A pack of other options among them, and options that are not the plan's.
plan 100k "$work/other" --comments
all_pages "$work/other"
cp "$work/other/000003.pack" "$work/other/000003.ok" "$work/some"
copydesk stage merge "$work/some" -o "$work/bad" 2>"$work/err"
check "mixed set: not exit code 2" test $? -eq 2
check "mixed set: no reason" grep -q 'other options' "$work/err"
copydesk stage pages --comments --shard "$work/small/000000.shard" 2>"$work/err"
check "option of its own: not exit code 2" test $? -eq 2
check "option of its own: no reason" grep -q -- '--comments' "$work/err"
sed 's/^set	comments	no/set	comments	yes/' "$work/small/000000.shard" \
    >"$work/forged.shard"
copydesk stage pages --shard "$work/forged.shard" 2>/dev/null
check "forged shard: not exit code 2" test $? -eq 2

# An input that changed since.
head -n 30 "$work/pages.jsonl" >"$work/cut" && mv "$work/cut" "$work/pages.jsonl"
rm "$work/small"/*.ok
copydesk stage pages --shard "$work/small/000020.shard" 2>"$work/err"
check "changed input: not exit code 4" test $? -eq 4
check "changed input: no reason" grep -q 'fewer records' "$work/err"
rm "$work/pages.jsonl"
copydesk stage pages --shard "$work/small/000000.shard" 2>"$work/err"
check "missing input: not exit code 4" test $? -eq 4
check "missing input: no reason" grep -q 'can no longer' "$work/err"

for call in "" "plan" "plan $top/demo" "pages" "pages --shard=$work/none/x" \
    "merge" "merge $work/none -o $work/x" "unknown"; do
    copydesk stage $call 2>"$work/err" </dev/null
    check "stage $call: no usage or I/O error" test $? -eq 2 -o $? -eq 4
    check "stage $call: no message" grep -q '^copydesk: ' "$work/err"
done
# The array of Slurm: each task takes its share of the shards.
copydesk run -q $inputs -o "$work/whole" 2>/dev/null
copydesk stage plan $inputs -o "$work/array" --shard-size=70k 2>/dev/null
for task in 0 1 2; do
    SLURM_ARRAY_TASK_COUNT=3 SLURM_ARRAY_TASK_ID=$task \
        bash spark/slurm.sh "$work/array" 2>/dev/null
    check "Slurm: task $task fails" test $? -eq 0
done
copydesk stage merge "$work/array" -o "$work/slurm" 2>/dev/null
check "Slurm: other bytes" diff -rq "$work/whole" "$work/slurm"
finish
