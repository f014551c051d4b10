# SPDX-License-Identifier: Apache-2.0
# Each fuzz target for a few seconds, from its seeds.
. tools/ci/lib.sh
built_fuzz
make -C build-ci/fuzz -j "$jobs" check TESTS=

fuzzed() {
    local name=${1##*/fuzz_}
    mkdir -p "build-ci/corpus/$name"
    "$1" -artifact_prefix="build-ci/corpus/$name-" -max_total_time=8 -rss_limit_mb=2048 -timeout=10 \
        "build-ci/corpus/$name" "fuzz/corpus/$name"
}
export -f fuzzed
find build-ci/fuzz/fuzz -maxdepth 1 -type f -perm -u+x -name 'fuzz_*' |
    xargs -P "$jobs" -I '{}' bash -c 'fuzzed {}'
