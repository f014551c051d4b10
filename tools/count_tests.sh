#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# count_tests.sh BUILD: what `make check` did there, by its logs: each failed
# test, and as the last line "N passed, N failed, N skipped".
#
# A unit test counts by its checks; a script by the line "N passed, N failed"
# that it ends with, or else as one.
build=$1
[ -n "$(find "$build" -name '*.trs' | head -n 1)" ] || {
    echo "0 passed, 1 failed, 0 skipped (no test was run in $build)"
    exit 1
}

# RESULT PASSED FAILED NAME for each test
results() {
    find "$build" -name '*.trs' | LC_ALL=C sort | while read -r trs; do
        log=${trs%.trs}.log
        result=$(sed -n 's/^:global-test-result: //p; s/^:test-result: //p' "$trs" | head -n 1)
        counts=$(sed -n \
            -e 's/^[0-9]*%: Checks: \([0-9]*\), Failures: \([0-9]*\), Errors: \([0-9]*\)$/\1 \2 \3/p' \
            -e 's/^\([0-9]*\) passed, \([0-9]*\) failed$/+ \1 \2/p' "$log" | tail -n 1)
        echo "$result ${log#"$build"/} $counts"
    done
}

results | awk '
    { good = bad = 0 }
    $3 == "+" { good = $4; bad = $5 }
    $3 ~ /^[0-9]/ { bad = $4 + $5; good = $3 - bad }
    $1 == "SKIP" { skipped++; print "skipped: " $2; next }
    $1 == "PASS" && good == 0 { good = 1 }
    $1 != "PASS" && bad == 0 { bad = 1 }
    bad > 0 { print "failed: " $2 }
    { passed += good; failed += bad }
    END {
        print passed + 0 " passed, " failed + 0 " failed, " skipped + 0 " skipped"
        exit failed > 0
    }'
