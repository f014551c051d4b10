#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# spark/copydesk_spark.py on a local Spark with two workers writes the folder of
# `run`.  PYTHON is a python with pyspark.  "full" (make check-spark-full): 5,000
# pages, every way to run them, and everything that can be killed or lost.
. "${srcdir:-.}/tests/lib.sh"
python=${PYTHON:-python3}
"$python" -c 'import pyspark' 2>/dev/null || skip "no pyspark: PYTHON=... names a python that has it"
command -v java >/dev/null || skip "no java"
PYSPARK_PYTHON=$(command -v "$python")
SPARK_LOCAL_IP=127.0.0.1
# a JVM that lives for seconds: half the CPU time
: "${JAVA_TOOL_OPTIONS=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC}"
export PYSPARK_PYTHON SPARK_LOCAL_IP JAVA_TOOL_OPTIONS
cd "$work" || exit 99
full=${FULL:-}

# spark MASTER FOLDER OPTION...: log in FOLDER.log; $pages goes to stage pages
pages=
spark() {
    master=$1 folder=$2
    shift 2
    "$python" "$top/spark/copydesk_spark.py" in.jsonl "$folder" \
        --master "$master" --work "$folder.work" \
        --program "$work/bin/copydesk" $pages -- "$@" 2>"$folder.log"
}

n=1000
[ -z "$full" ] || n=5000
awk -v n=$n -f "$top/tests/pages.awk" >in.jsonl
copydesk run -q in.jsonl -o want 2>/dev/null
check "run: not exit code 3" test $? -eq 3

spark 'local[2]' two --shard-size=200k
code=$?
check "local[2]: not exit code 3: $(tail -n 1 two.log)" test $code -eq 3
check "local[2]: not what run writes" diff -rq want two

# A rerun does no shard again; a damaged and a lost one are.
touch -d 2000-01-01 two.work/plan/*.pack
rm two.work/plan/000001.ok
printf x >>two.work/plan/000002.pack
rm -rf two
spark 'local[2]' two --shard-size=200k
code=$?
check "again: not exit code 3: $(tail -n 1 two.log)" test $code -eq 3
check "again: not what run writes" diff -rq want two
check "again: not two shards anew" \
    test "$(find two.work/plan -name '*.pack' -newermt 2001-01-01 | wc -l)" -eq 2

# Any file system of Hadoop's, both ways; here one that only it knows.
mkdir data
cp in.jsonl data
PYSPARK_SUBMIT_ARGS="--conf spark.hadoop.fs.viewfs.mounttable.t.link./data=file://$work/data pyspark-shell" \
    "$python" "$top/spark/copydesk_spark.py" viewfs://t/data/in.jsonl viewfs://t/data/out --master 'local[2]' \
    --work far.work --program "$work/bin/copydesk" -- --shard-size=200k 2>far.log
code=$?
check "viewfs: not exit code 3: $(tail -n 1 far.log)" test $code -eq 3
for file in articles claims copies; do
    # all is equal but where the page was read
    sed 's/"source":"[^"]*"//' want/$file.jsonl >want.$file
    sed 's/"source":"[^"]*"//' data/out/$file.jsonl | cmp - want.$file
    check "viewfs: other $file" test $? -eq 0
done

# Another plan in the same folder is refused.
mv two.work other2.work
spark 'local[2]' other2 --shard-size=200k --min-words=20
check "another plan: not exit code 2" test $? -eq 2
[ -n "$full" ] || finish

# ---- every way
copydesk run -q -j2 in.jsonl -o j2 2>/dev/null
check "run -j2 differs" diff -rq want j2
copydesk stage plan in.jsonl -o xplan --shard-size=200k 2>/dev/null
ls xplan/*.shard | xargs -P 2 -n 1 copydesk stage pages --shard 2>/dev/null
copydesk stage merge xplan -o xargs 2>/dev/null
check "xargs differs" diff -rq want xargs
spark 'local-cluster[2,1,1024]' cluster --shard-size=200k
code=$?
check "local-cluster: not exit code 3: $(tail -n 1 cluster.log)" test $code -eq 3
check "local-cluster differs" diff -rq want cluster

home=$("$python" -c 'import os, pyspark; print(os.path.dirname(pyspark.__file__))')
class=$home/bin/spark-class
SPARK_LOG_DIR=$work SPARK_WORKER_DIR=$work/workers
export SPARK_LOG_DIR SPARK_WORKER_DIR
"$class" org.apache.spark.deploy.master.Master --host 127.0.0.1 --port 17177 --webui-port 0 >master.log 2>&1 &
daemons=$!
trap 'kill $daemons 2>/dev/null; rm -rf "$work"' EXIT
sleep 8
for i in 1 2; do
    "$class" org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --cores 1 --memory 1g --webui-port 0 \
        spark://127.0.0.1:17177 >worker$i.log 2>&1 &
    daemons="$daemons $!"
done
sleep 8
spark spark://127.0.0.1:17177 alone --shard-size=200k
code=$?
check "standalone: not exit code 3: $(tail -n 1 alone.log)" test $code -eq 3
check "standalone differs" diff -rq want alone
kill $daemons 2>/dev/null

# ---- an executor killed in the middle
spark 'local-cluster[2,1,1024]' killed --shard-size=40k &
job=$!
for i in $(seq 600); do
    [ "$(ls killed.work/plan/*.ok 2>/dev/null | wc -l)" -lt 3 ] || break
    sleep .2
done
pkill -9 -f 'CoarseGrainedExecutorBackend.*--executor-id 0' && echo "an executor was killed"
wait $job
code=$?
check "killed: not exit code 3: $(tail -n 1 killed.log)" test $code -eq 3
check "killed: differs" diff -rq want killed
check "killed: nothing was lost, so nothing was tested" grep -q 'Lost executor' killed.log

# ---- a page that crashes the program
sed '777s/million/POISON/' in.jsonl >poison.jsonl && mv poison.jsonl in.jsonl
pages=--pages=--crash-on=POISON
spark 'local[2]' poison --shard-size=200k
code=$?
check "poison: not exit code 3: $(tail -n 1 poison.log)" test $code -eq 3
check "poison: not one page less" test "$(wc -l <poison/articles.jsonl)" -eq \
    $(($(wc -l <want/articles.jsonl) - 1))
check "poison: not listed" grep -q 'crashed (signal 6)' poison/rejects.jsonl
pages=

# ---- a chain of 10,000 near-copies, and 50,000 equal paragraphs
awk 'BEGIN { srand(7)
    for (i = 0; i < 10060; i++) w[i] = sprintf("w%05d%c", i, 97 + int(rand() * 26))
    for (i = 0; i < 10000; i++) {
        s = ""; for (k = 0; k < 60; k++) s = s w[i + k] " "
        printf "{\"id\":\"c%05d\",\"text\":\"%s\"}\n", i, s } }' >in.jsonl
spark 'local[2]' chain --shard-size=200k --clean=no --unit=record --measure=jaccard
code=$?
check "chain: $(tail -n 1 chain.log)" test $code -eq 0
check "chain: not one cluster of 10,000" grep -q '"size":10000,' chain/copies.jsonl
awk 'BEGIN { for (i = 0; i < 50000; i++) printf "{\"id\":%d,\"text\":\"%s\"}\n", i,
    "The harbour office of Elmouth said on Monday that all ferries leave on time again after the storm." }' >in.jsonl
spark 'local[2]' flood --shard-size=2M --clean=no
code=$?
check "flood: $(tail -n 1 flood.log)" test $code -eq 0
check "flood: not one cluster of 50,000" grep -q '"size":50000,' flood/copies.jsonl
finish
