#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# store_compare.sh [N]...: our sorted runs beside LMDB, RocksDB and SQLite as a
# store of an index's postings (bench/store_compare.c), at N paragraphs
# (1000000 10000000).  BUILD names the build folder.  Needs the headers of the
# three (Debian: liblmdb-dev, librocksdb-dev, libsqlite3-dev).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=${BUILD:-$here/../build}
work=${TMPDIR:-/tmp}/store_compare
mkdir -p "$work"
# shellcheck disable=SC2046 # words
${CC:-cc} -O2 -I "$here/.." -I "$build" -o "$work/store_compare" \
    "$here/store_compare.c" "$build/.libs/libcore.a" -llmdb -lrocksdb \
    -lsqlite3 $(sed -n 's/^[A-Z0-9]*_*LIBS = //p' "$build/Makefile" | grep -v check)
[ $# -gt 0 ] || set -- 1000000 10000000
printf 'store\tparagraphs\tadd CPU s\tM/s\tlook up CPU s\tM/s\tpeak MB\tsum\tdisk MB\n'
for n in "$@"; do
    for store in runs lmdb rocksdb sqlite; do
        rm -rf "$work/$store"
        mkdir "$work/$store"
        line=$("$work/store_compare" "$store" "$n" "$work/$store")
        printf '%s\t%s\n' "$line" "$(du -sm "$work/$store" | cut -f 1)"
        rm -rf "$work/$store"
    done
done
