#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The report under a reader's hands, in Chromium: filters, sorting, keyboard,
# accessibility, print, narrow, without scripts, and with hostile pages.
# Needs node and the two modules of tests/browser/package.json, which
# tools/ci/packages.sh installs into build-ci/browser, or COPYDESK_NODE_MODULES.
. "${srcdir:-.}/tests/lib.sh"
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome) ||
    skip "no chromium"
command -v node >/dev/null || skip "no node"
node --check "$top/report/report.js" || fail "report.js does not parse"
modules=${COPYDESK_NODE_MODULES:-$top/build-ci/browser/node_modules}
[ -d "$modules/playwright-core" ] && [ -d "$modules/axe-core" ] ||
    skip "no playwright-core and axe-core in $modules"
cd "$top" || exit 99

# Pages that try to be more than text.
awk 'BEGIN {
    title = "<script>window.pwned = 1</script>"
    say = "The council paid 340 million euros to the firm <img src=x onerror=window.pwned=2> " \
        "</noscript></template></textarea></script><script>window.pwned=3</script> last year, " \
        "it said \\u0000\\u0001\\u001b[31m\\u007f\\r in a report of 12 pages."
    turned = "\\u202eThe turned town spent \\u2066 20 million euros on 7 bridges \\u202d in May."
    rtl = "\\u0642\\u0627\\u0644\\u062a \\u0627\\u0644\\u0628\\u0644\\u062f\\u064a\\u0629 \\u0625\\u0646\\u0647\\u0627 \\u062f\\u0641\\u0639\\u062a 30 \\u0645\\u0644\\u064a\\u0648\\u0646 \\u062f\\u0648\\u0644\\u0627\\u0631."
    for (word = "w"; length(word) < 10000000; word = word word)
        ;
    word = substr(word, 1, 10000000)
    for (i = 1; i <= 3; i++)
        printf "{\"id\":\"\\\"><svg onload=window.pwned=4>%d\",\"url\":\"javascript:window.pwned=5\"," \
            "\"title\":\"%s \\u202etitle\",\"site\":\"\\\" onclick=\\\"window.pwned=6\"," \
            "\"published\":\"2026-05-0%d\",\"language\":\"x\\\" onload=\\\"window.pwned=7\"," \
            "\"text\":\"%s\\n\\n%s\\n\\n%s\\n\\n%s\"}\n", i, title, i, say, turned, rtl, i == 1 ? word : "End."
}' >"$work/hostile.jsonl"

copydesk run -q demo/pages -o "$work/demo" 2>/dev/null
copydesk run -q --clean=no "$work/hostile.jsonl" -o "$work/hostile" || fail "hostile pages: exit code $?"
check "the hostile report is over 5 MB" test "$(wc -c <"$work/hostile/report.html")" -le 5000000

HOME=$work timeout 300 node "$top/tests/browser/report.mjs" "$browser" "$modules" \
    "$work/demo/report.html" "$work/hostile/report.html" >"$work/checks" 2>&1
status=$?
cat "$work/checks"
check "the checks in the browser ended with $status" test "$status" -eq 0
finish
