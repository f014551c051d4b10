# SPDX-License-Identifier: Apache-2.0
# The tarball builds, passes its tests, installs and uninstalls.
. tools/ci/lib.sh
built dist
make -C build-ci/dist distcheck "MAKEFLAGS=-j$jobs"
