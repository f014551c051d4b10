# SPDX-License-Identifier: Apache-2.0
# Each fuzz target for a few seconds, from its seeds.
. tools/ci/lib.sh
built fuzz --enable-fuzz CC=clang CFLAGS='-O1 -g'
for target in build-ci/fuzz/fuzz/fuzz_*; do
    [ -x "$target" ] && [ ! -d "$target" ] || continue
    name=${target##*/fuzz_}
    mkdir -p "build-ci/corpus/$name"
    "$target" -max_total_time=15 -rss_limit_mb=2048 -timeout=10 \
        "build-ci/corpus/$name" "fuzz/corpus/$name"
done
