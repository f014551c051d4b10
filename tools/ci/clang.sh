# SPDX-License-Identifier: Apache-2.0
# No warning with clang, and every test.
. tools/ci/lib.sh
built clang --enable-werror CC=clang
tested clang
