#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# make-warc.sh TO: packs the pages of demo/warc/ into TO/kestrel-wire.warc and
# TO/crawl.warc.gz, whose last record is cut short.  What it makes is in the
# repo as demo/pages/; tests/demo.sh holds the two against each other.
set -eu
to=$1
cd "$(dirname "$0")/warc"

# record NAME DAY NUMBER
record() {
    http="HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    head=$(printf '%b.' "$http")
    n=$(($(wc -c <"$1.html") + ${#head} - 1))
    printf 'WARC/1.0\r\nWARC-Type: response\r\n'
    printf 'WARC-Record-ID: <urn:uuid:5ca1ab1e-0000-4000-8000-%012d>\r\n' "$3"
    printf 'WARC-Date: %sT20:00:00Z\r\n' "$2"
    printf 'WARC-Target-URI: https://kestrelwire.example/%s\r\n' "$1"
    printf 'Content-Type: application/http; msgtype=response\r\n'
    printf 'Content-Length: %d\r\n\r\n' "$n"
    printf '%b' "$http"
    cat "$1.html"
    printf '\r\n\r\n'
}

{
    record close-monday 2026-05-18 1
    record close-tuesday 2026-05-19 2
} >"$to/kestrel-wire.warc"
{
    record lindqvar 2026-05-16 3 | gzip -n9
    record salt-marsh 2026-05-15 4 | gzip -n9 | head -c 600
} >"$to/crawl.warc.gz"
