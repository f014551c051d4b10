/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Runs every suite; CK_RUN_SUITE=base runs one of them.
 */
#include <stdlib.h>

#include "tests/check.h"

int
main(void)
{
    SRunner *runner = srunner_create(NULL);
    int failed;

    /* a test that hangs is ended; how long others take is not tested */
    setenv("CK_DEFAULT_TIMEOUT", "900", 0);
#define X(name) srunner_add_suite(runner, check_##name());
    CD_SUITES(X)
#undef X
    srunner_run_all(runner, CK_ENV);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
