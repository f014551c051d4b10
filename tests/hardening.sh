#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The program was built with the hardening that configure found.
. "${srcdir:-.}/tests/lib.sh"
[ "${HARDENING-}" = yes ] || skip "built without hardening"
command -v readelf >/dev/null || skip "no readelf"
readelf -hldW "$COPYDESK" >"$work/elf" || fail "readelf"
readelf --dyn-syms -W "$COPYDESK" >"$work/symbols"

grep -q 'Type: *DYN' "$work/elf" || fail "not position independent"
grep -q GNU_RELRO "$work/elf" || fail "no RELRO"
grep -qE 'BIND_NOW|FLAGS_1.*NOW' "$work/elf" || fail "symbols are bound late"
grep 'GNU_STACK' "$work/elf" | grep -q 'RWE' && fail "executable stack"
grep -q __stack_chk_fail "$work/symbols" || fail "no stack protector"
case "${CFLAGS-}" in
*-O[123s]*)
    grep -q '_chk@' "$work/symbols" || fail "no fortified calls" ;;
esac
[ $failed -gt 0 ] || pass
finish
