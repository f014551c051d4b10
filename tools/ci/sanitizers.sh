# SPDX-License-Identifier: Apache-2.0
# Every test with AddressSanitizer and UndefinedBehaviorSanitizer.
# The unit tests share one process: one search for leaks, not a thousand.
. tools/ci/lib.sh
CK_FORK=no
export CK_FORK
built asan --enable-sanitizers CFLAGS="-O1 -g"
tested asan
