# SPDX-License-Identifier: Apache-2.0
# Every test with AddressSanitizer and UndefinedBehaviorSanitizer.
. tools/ci/lib.sh
built asan --enable-sanitizers CFLAGS="-O1 -g"
tested asan
