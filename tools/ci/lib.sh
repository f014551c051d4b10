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

# tested NAME VARIABLE=VALUE...: make check there, its tests counted
tested() {
    local name=$1 status=0
    shift
    make -C "build-ci/$name" -j "$jobs" check "$@" || status=1
    sh tools/count_tests.sh "build-ci/$name" || status=1
    return $status
}
