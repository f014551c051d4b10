/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The article record: what articles.jsonl and `copydesk clean` hold of a
 * document.
 *
 *     cd_article_json(&out, &doc, false);   {"id":"a","url":...,"blocks":[...]}
 */
#ifndef CD_CORPUS_OUTPUT_ARTICLE_H
#define CD_CORPUS_OUTPUT_ARTICLE_H

#include "base/doc.h"
#include "base/record.h"
#include "corpus/core/offsets.h"

extern const struct cd_table cd_article_table; /* of struct cd_doc */
extern const struct cd_table cd_block_table;   /* of struct cd_block_record */

/* A block as it is written; text is there only for dropped blocks, since kept
 * ones are spans of the article's text. */
struct cd_block_record {
    const char *kind;
    size_t level;
    bool keep;
    struct cd_span span;
    struct cd_span raw;
    struct cd_str reason;
    double score;
    struct cd_str text;
    struct cd_str links;
    size_t item;
    struct cd_str number;
};

/* Offsets in the clean text and in the page; both NULL: in bytes. */
struct cd_article_offsets {
    const struct cd_offsets *text, *page;
};

/* links may be put in the arena. */
struct cd_block_record cd_block_record(struct cd_arena *arena,
                                       const struct cd_block *block,
                                       struct cd_article_offsets offsets);

/* The record and its blocks as one JSON object, no line end. */
void cd_article_json(struct cd_buf *out, const struct cd_doc *doc,
                     bool codepoints);

#endif
