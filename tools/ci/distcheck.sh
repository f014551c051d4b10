# SPDX-License-Identifier: Apache-2.0
# The tarball has every file that git tracks, builds, passes tests in a folder
# that cannot be written to, installs and uninstalls.  The tests are those that
# read much of the tarball in little time.
. tools/ci/lib.sh
[ -x configure ] || ./autogen.sh
mkdir -p build-ci/dist
[ -f build-ci/dist/Makefile ] || (cd build-ci/dist && ../../configure)
make -C build-ci/dist -j "$jobs" distcheck TESTS="check_copydesk \
    tests/cases.sh tests/claims.sh tests/demo.sh tests/docs.sh tests/facts.sh \
    tests/format.sh tests/fuzz.sh tests/index.sh tests/installed.sh \
    tests/options.sh tests/style.sh"
sh tools/ci/in_tarball.sh build-ci/dist/copydesk-*.tar.xz
