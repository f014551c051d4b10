#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The demo's report in a browser: it opens, its scripts say nothing on the
# console, and it asks for nothing but its own file.
. "${srcdir:-.}/tests/lib.sh"
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome) ||
    skip "no chromium"
cd "$top" || exit 99
copydesk run -q demo/pages -o "$work/out" 2>/dev/null
[ -s "$work/out/report.html" ] || { fail "no report was written"; finish; }

# HOME and the profile are thrown away; the browser's own errands are off.
HOME=$work timeout 120 "$browser" --headless=new --no-sandbox --disable-gpu \
    --disable-dev-shm-usage --user-data-dir="$work/profile" --no-first-run \
    --disable-background-networking --disable-component-update \
    --disable-sync --disable-default-apps --disable-extensions \
    --virtual-time-budget=3000 --enable-logging=stderr \
    --log-net-log="$work/net.json" --dump-dom \
    "file://$work/out/report.html" >"$work/dom" 2>"$work/err" ||
    { tail -n 3 "$work/err"; skip "chromium does not run here"; }

check "the page is empty" grep -q '</html>' "$work/dom"
check "the report lacks the page on Vantry" grep -q 'Vantry Shipping' "$work/dom"
grep 'CONSOLE' "$work/err" && fail "the console is not silent"
# requests of the page itself; chromium's own go to chrome: and data: addresses
grep -o '"url":"[^"]*"' "$work/net.json" | sort -u | grep -E '"(https?|wss?|ftp)://' |
    grep -vE 'google|gstatic|chromium' >"$work/requests"
check "it asks for $(cat "$work/requests")" test ! -s "$work/requests"
for link in 'src="http' "src='http" '<link[^>]*href="http' '@import' 'url(http'; do
    grep -q -- "$link" "$work/out/report.html" && fail "the report has $link"
done
finish
