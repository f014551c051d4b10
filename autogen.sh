#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Bootstrap a fresh checkout.  Tarballs do not need it.
set -e
cd "$(dirname "$0")"
mkdir -p m4
autoreconf -fi
