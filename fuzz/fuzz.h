/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Fuzz targets: each is a file fuzz/fuzz_NAME.c with the function below, has a
 * line in fuzz/fuzz.mk and seeds in fuzz/corpus/NAME/.
 *
 *     ./configure CC=clang --enable-fuzz && make check
 *     fuzz/fuzz_page -max_total_time=600 corpus/ fuzz/corpus/page/
 *
 * Without --enable-fuzz, fuzz/replay.c runs them over files, and `make check`
 * does so with the seeds.
 */
#ifndef CD_FUZZ_FUZZ_H
#define CD_FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>

/* Returns 0; a finding is a crash, a failed assert or a sanitizer's report. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
