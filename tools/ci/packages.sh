# SPDX-License-Identifier: Apache-2.0
# What the other phases need beyond ./setup: a second compiler with its
# sanitizers, a browser, the formatter.  What cannot be had is skipped there.
set -u
missing=
for pair in clang:clang chromium:chromium clang-format:clang-format psql:postgresql; do
    command -v "${pair%%:*}" >/dev/null || missing="$missing ${pair#*:}"
done
[ -n "$missing" ] || exit 0
if command -v apt-get >/dev/null && [ "$(id -u)" -eq 0 ]; then
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086 # a list of words
    apt-get update && apt-get install -y --no-install-recommends $missing
else
    echo "skipped: installing$missing (no apt-get or no rights)"
fi
