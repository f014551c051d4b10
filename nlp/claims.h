/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Claims: every number in a clean text as a record (nlp/claim/claim.h).
 *
 *     struct cd_claims *claims = cd_claims_new(&options, &err);  once, const
 *     void *scratch = cd_claims_scratch(claims);                 once a thread
 *     cd_claims_find(claims, scratch, &doc, &err);               each document
 */
#ifndef CD_NLP_CLAIMS_H
#define CD_NLP_CLAIMS_H

#include "base/doc.h"
#include "base/error.h"

struct cd_claims_options {
    double min_confidence; /* below it are references such as "one study" */
    char *only;   /* "money,percent,...", or NULL; owned by the settings */
    char *rules;  /* a file of the newsroom's own rows, or NULL; likewise */
    bool explain; /* fill doc->reasons as well: nlp/reasons/reasons.h */
    int language; /* 1 + that of nlp/quantity/language.h; 0: of each text */
};

#define CD_CLAIMS_OPTIONS                                                      \
    {                                                                          \
        .min_confidence = 0.25                                                 \
    }

struct cd_claims;

/* Compiled once, then const and shared by all threads.  NULL with *err on a bad
 * rule row. */
struct cd_claims *cd_claims_new(const struct cd_claims_options *options,
                                struct cd_error *err);
void cd_claims_free(struct cd_claims *claims);

void *cd_claims_scratch(const struct cd_claims *claims);
void cd_claims_scratch_free(void *scratch);

/* Fills doc->claims in the order of their spans, doc->claims_language, and
 * doc->reasons if the options ask to explain.  A text in a language that has no
 * rules has no claims. */
enum cd_status cd_claims_find(const struct cd_claims *claims, void *scratch,
                              struct cd_doc *doc, struct cd_error *err);

#endif
