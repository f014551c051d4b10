/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The claims of a text, for tests.
 *
 *     tcase_add_unchecked_fixture(tests, read_claims_start, read_claims_stop);
 *
 *     read_claims(&doc, "It rose 5%.");
 *     claim = claim_of(&doc, "5%");
 */
#ifndef CD_TESTS_READ_CLAIMS_H
#define CD_TESTS_READ_CLAIMS_H

#include "nlp/claims.h"

/* The engine, once for all tests of a case. */
void read_claims_start(void);
void read_claims_stop(void);

/* The claims of one paragraph, published on a Wednesday. */
void read_claims(struct cd_doc *doc, const char *text);

/* The first whose quantity has these words; the test fails without one. */
const struct cd_claim *claim_of(const struct cd_doc *doc, const char *quantity);

#endif
