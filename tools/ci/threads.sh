# SPDX-License-Identifier: Apache-2.0
# The tests that start threads, with ThreadSanitizer; of the unit tests those
# with the tag.
. tools/ci/lib.sh
CK_INCLUDE_TAGS=threads
export CK_INCLUDE_TAGS
built tsan --enable-tsan CFLAGS='-O1 -g'
tested build-ci/tsan TESTS='check_copydesk tests/threads.sh'
