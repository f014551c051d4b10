/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The record of a claim: a number in a clean text, and what the text says of
 * it.
 *
 * Values are decimal literals in text, never doubles.  Spans are bytes of
 * doc->text.
 */
#ifndef CD_NLP_CLAIM_CLAIM_H
#define CD_NLP_CLAIM_CLAIM_H

#include "base/record.h"
#include "base/str.h"

struct cd_claim {
    struct cd_str claim_id; /* 16 hex digits, from the document, span, text */
    struct cd_str doc;      /* the document's id as JSON */
    size_t block;           /* index into doc->blocks */
    struct cd_span sentence;
    size_t start, end;  /* of the quantity: number, scale and unit words */
    struct cd_str text; /* those words */
    struct cd_str subject;
    struct cd_str property;
    const char *role;    /* level delta relative_delta count share rank
                               ratio duration age score */
    struct cd_str value; /* JSON: number, [low,high], or null */
    struct cd_str from,
        to; /* NUMBER: both set for "from A to B", else absent */
    struct cd_str lower, upper; /* NUMBER: bounds that the words imply */
    const char *kind;        /* exact about at_least at_most more_than less_than
                               range */
    struct cd_str unit;      /* "USD/share", "%", "km", "nvidia h800" */
    const char *unit_system; /* ISO4217 UCUM count none */
    const char *change;      /* up down none */
    struct cd_str time;      /* ISO 8601 if resolved, else the words */
    struct cd_str time_text;
    const char *modality; /* asserted hedged forecast denied */
    struct cd_str speaker;
    double confidence;   /* 0 to 1 */
    struct cd_str rules; /* JSON array of rule ids */
    struct cd_str links; /* JSON array of {"claim","relation"} */
    struct cd_str group; /* id shared by mentions of the same claim */
};

extern const struct cd_table cd_claim_table;

#endif
