# SPDX-License-Identifier: Apache-2.0
# No warning with clang, and every test with its AddressSanitizer and
# UndefinedBehaviorSanitizer, in the build that has the fuzz targets.
# The unit tests share one process: one search for leaks, not a thousand.
. tools/ci/lib.sh
CK_FORK=no
export CK_FORK
built_fuzz
tested build-ci/fuzz
