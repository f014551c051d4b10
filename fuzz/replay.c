/* SPDX-License-Identifier: Apache-2.0 */
/*
 * FILE...: runs a fuzz target over each file, as libFuzzer's own main does.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "fuzz/fuzz.h"

enum { CHUNK = 65536 };

static int
replay(const char *path)
{
    FILE *file = fopen(path, "rb");
    struct cd_buf all = { 0 };
    size_t n;

    if (file == NULL) {
        fprintf(stderr, "cannot open '%s'\n", path);
        return 1;
    }
    while ((n = fread(cd_buf_reserve(&all, CHUNK), 1, CHUNK, file)) > 0)
        all.n += n;
    fclose(file);
    LLVMFuzzerTestOneInput((const uint8_t *)cd_buf_str(&all).p, all.n);
    cd_buf_release(&all);
    return 0;
}

int
main(int argc, char **argv)
{
    int bad = 0;

    for (int i = 1; i < argc; i++)
        bad |= replay(argv[i]);
    return bad ? EXIT_FAILURE : EXIT_SUCCESS;
}
