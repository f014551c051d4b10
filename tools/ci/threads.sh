# SPDX-License-Identifier: Apache-2.0
# The tests that start threads, with ThreadSanitizer.
. tools/ci/lib.sh
built tsan --enable-tsan CFLAGS='-O1 -g'
tested tsan TESTS='check_copydesk tests/threads.sh'
