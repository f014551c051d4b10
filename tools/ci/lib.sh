# SPDX-License-Identifier: Apache-2.0
# For the phases: build-ci/NAME is a VPATH build with its own configure flags.
set -eu

# built NAME FLAG...: configured and built in build-ci/NAME
built() {
    local name=$1
    shift
    [ -x configure ] || ./autogen.sh
    mkdir -p "build-ci/$name"
    [ -f "build-ci/$name/Makefile" ] ||
        (cd "build-ci/$name" && ../../configure "$@")
    make -C "build-ci/$name" -j "$jobs"
}

# The build of the phases sanitizers and fuzz.
built_fuzz() {
    built fuzz --enable-werror --enable-fuzz CC=clang CFLAGS='-O1 -g'
}

# tested FOLDER VARIABLE=VALUE...: make check there; what it ran is counted
tested() {
    local build=$1 status=0
    shift
    find "$build" -name '*.trs' -exec rm {} +
    make -C "$build" -j "$jobs" check "$@" || status=1
    sh tools/count_tests.sh "$build" || status=1
    return $status
}
