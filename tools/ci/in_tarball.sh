# SPDX-License-Identifier: Apache-2.0
# in_tarball.sh TARBALL: names the files that git tracks and that it lacks, but
# for .gitignore, which means nothing there.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tar -tf "$1" | sed 's|^[^/]*/||' | LC_ALL=C sort >"$work/packed"
git ls-files | grep -vx '.gitignore' | LC_ALL=C sort >"$work/tracked"
LC_ALL=C comm -13 "$work/packed" "$work/tracked" >"$work/missing"
sed 's/^/not in the tarball: /' "$work/missing"
[ -s "$work/tracked" ] && [ ! -s "$work/missing" ]
