# SPDX-License-Identifier: Apache-2.0
# Fuzz targets: a line in the list, and its two lines below.
fuzz_programs = \
	fuzz/fuzz_claims \
	fuzz/fuzz_compare \
	fuzz/fuzz_index \
	fuzz/fuzz_page \
	fuzz/fuzz_read \
	fuzz/fuzz_tree

if FUZZ
fuzz_main = fuzz/fuzz.h
fuzz_ldflags = $(AM_LDFLAGS) -fsanitize=fuzzer
else
fuzz_main = fuzz/fuzz.h fuzz/replay.c
fuzz_ldflags = $(AM_LDFLAGS)
endif

fuzz_fuzz_claims_SOURCES = fuzz/fuzz_claims.c $(fuzz_main)
fuzz_fuzz_claims_LDADD = libcore.la
fuzz_fuzz_claims_LDFLAGS = $(fuzz_ldflags)
fuzz_fuzz_compare_SOURCES = fuzz/fuzz_compare.c $(fuzz_main)
fuzz_fuzz_compare_LDADD = libcore.la
fuzz_fuzz_compare_LDFLAGS = $(fuzz_ldflags)
fuzz_fuzz_index_SOURCES = fuzz/fuzz_index.c $(fuzz_main)
fuzz_fuzz_index_LDADD = libcore.la
fuzz_fuzz_index_LDFLAGS = $(fuzz_ldflags)
fuzz_fuzz_page_SOURCES = fuzz/fuzz_page.c $(fuzz_main)
fuzz_fuzz_page_LDADD = libcore.la
fuzz_fuzz_page_LDFLAGS = $(fuzz_ldflags)
fuzz_fuzz_read_SOURCES = fuzz/fuzz_read.c $(fuzz_main)
fuzz_fuzz_read_LDADD = libcore.la
fuzz_fuzz_read_LDFLAGS = $(fuzz_ldflags)
fuzz_fuzz_tree_SOURCES = fuzz/fuzz_tree.c $(fuzz_main)
fuzz_fuzz_tree_LDADD = libcore.la
fuzz_fuzz_tree_LDFLAGS = $(fuzz_ldflags)

EXTRA_DIST += fuzz/corpus fuzz/replay.c
