# SPDX-License-Identifier: Apache-2.0
# What a stranger does: set-up and every test.
./setup check
