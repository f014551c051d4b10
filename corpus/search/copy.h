/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The records of copied text: a pair, a cluster.  docs/format.md shows both.
 */
#ifndef CD_CORPUS_SEARCH_COPY_H
#define CD_CORPUS_SEARCH_COPY_H

#include "base/record.h"

/*
 * Two units of text, a before b in the input, of which one copies the other or
 * both copy a third.  Of the unit "record" or "article", a and b are documents;
 * of the unit "paragraph", a_block and b_block say which block of them.
 */
struct cd_copy {
    struct cd_str a, b;            /* ids of the documents, as JSON */
    size_t a_doc, b_doc;           /* which documents of the search, from 0 */
    size_t a_block, b_block;       /* SIZE_MAX: the whole document */
    struct cd_span a_span, b_span; /* of the unit, in the documents' texts */
    const char *kind;              /* same edited reworded contains template */
    double score;                  /* 0 to 1: how sure a copy is */
    struct cd_str measures;        /* JSON object: what was measured */
    struct cd_str spans;        /* JSON array of [a_start,a_end,b_start,b_end]:
                                 the aligned runs, offsets into the texts */
    struct cd_str facts_differ; /* JSON array of [in a, in b, "number" | "name"
                                   | "date" | "opposite"] */
    struct cd_str earliest; /* "a", "b" as JSON by publication date, or null */
    struct cd_str cluster;  /* id of the cluster that holds both */
    /* Where a copied passage begins in each text: its longest span if the kind
     * is contains, else 0. */
    size_t a_passage, b_passage;
    struct cd_str text; /* the first text from there on, where the sink wants
                           it, */
    struct cd_str copy; /* and the second, unless both are the same */
};

/* Is it none, but a frame that is filled in otherwise? */
bool cd_copy_is_template(const struct cd_copy *copy);

/* Units connected by pairs of copies (kind template is none). */
struct cd_cluster {
    struct cd_str cluster; /* 16 hex digits, from the members' contents */
    size_t size;
    struct cd_str members;  /* JSON array: ids (unit record, article), or
                                 {"doc","block","span"} (unit paragraph) */
    const uint32_t *docs;   /* of each member, as a_doc of a pair */
    struct cd_str earliest; /* the member published first, or null */
    bool chain;             /* some members are no copies of each other */
    size_t capped;          /* pairs that were left out of the list, or 0 */
};

extern const struct cd_table cd_copy_table;
extern const struct cd_table cd_copied_table; /* the same with the text */
extern const struct cd_table cd_cluster_table;

#endif
