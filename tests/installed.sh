#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# make install: a small client builds against the installed library by
# pkg-config and runs; only cd_ names are visible; manual and completions are
# where the shells look.
. "${srcdir:-.}/tests/lib.sh"
[ "${SANITIZED-}" != yes ] || skip "a sanitized library needs its own client"
command -v pkg-config >/dev/null || skip "no pkg-config"
build=$(dirname "$COPYDESK")
to=$work/root

MAKEFLAGS='' make -C "$build" install DESTDIR="$to" >"$work/log" 2>&1 ||
    fail "make install: $(tail -n 5 "$work/log")"
pc=$(find "$to" -name copydesk.pc)
prefix=$to$(pkg-config --variable=prefix "$pc")
# every folder of the .pc file lies below DESTDIR
sed "s|^prefix=.*|prefix=$prefix|; s|=\(/[^\$]*\)\$|=\1|" "$pc" >"$work/copydesk.pc"
flags="$(PKG_CONFIG_PATH=$work pkg-config --cflags copydesk)"
libs="$(PKG_CONFIG_PATH=$work pkg-config --libs copydesk)"
library=$(find "$to" -name 'libcopydesk.so.*' | head -n 1)

# shellcheck disable=SC2086 # lists of words
if ${CC:-cc} -std=c11 -Wall -Werror $flags "$top/tests/client.c" \
    -o "$work/client" $libs -L"$(dirname "$library")"; then
    pass
    LD_LIBRARY_PATH=$(dirname "$library") "$work/client" >"$work/out" 2>&1 ||
        fail "the client ended with $?: $(cat "$work/out")"
else
    fail "the client does not build with $flags $libs"
fi
if command -v c++ >/dev/null; then
    # shellcheck disable=SC2086
    printf '#include <copydesk.h>\n' | c++ -x c++ -fsyntax-only $flags - ||
        fail "copydesk.h is no C++"
fi
foreign=$(nm -D --defined-only "$library" | awk '$2 ~ /[TDBR]/ { print $3 }' | grep -v '^cd_')
[ -z "$foreign" ] || fail "visible in the library: $foreign"
for file in share/man/man1/copydesk.1 \
    share/bash-completion/completions/copydesk \
    share/zsh/site-functions/_copydesk \
    share/fish/vendor_completions.d/copydesk.fish; do
    [ -s "$prefix/$file" ] || fail "$file was not installed"
done
[ $failed -gt 0 ] || pass
finish
