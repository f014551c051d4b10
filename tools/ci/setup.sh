# SPDX-License-Identifier: Apache-2.0
# What a stranger does, set-up and every test, and no warning with gcc.
# An older build that let warnings pass is built anew.
if [ -e build/Makefile ] && ! grep -q -e -Werror build/Makefile; then
    make -C build distclean
fi
CONFIGURE_FLAGS=--enable-werror ./setup check
