/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The record of how a sentence with a number was read: nlp/reasons/reasoner.h
 * makes it.
 */
#ifndef CD_NLP_REASONS_REASONS_H
#define CD_NLP_REASONS_REASONS_H

#include "base/record.h"

struct cd_reasons {
    struct cd_str doc; /* the document's id as JSON */
    size_t block;      /* index into doc->blocks */
    struct cd_span sentence;
    struct cd_str text; /* of the sentence */
    const char *language;
    struct cd_str tokens;     /* JSON: [["Tarn","PROPN"],...] */
    struct cd_str spans;      /* JSON: [[0,4],...], bytes of doc->text */
    struct cd_str quantities; /* JSON array of objects: docs/format.md */
    struct cd_str nonclaims;  /* likewise */
};

extern const struct cd_table cd_reasons_table;

#endif
