# SPDX-License-Identifier: Apache-2.0
# No warning with gcc; its tests are those of the setup phase.
. tools/ci/lib.sh
built gcc --enable-werror CC=gcc
make -C build-ci/gcc -j "$jobs" check_copydesk
