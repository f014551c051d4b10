/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A document on its way through the stages.
 *
 * The reader fills "where it came from" and the bytes; the parser fills the
 * page, its blocks, the metadata and the clean text; the claims stage fills the
 * claims.  Every pointer in it is into its own arena, so one reset frees it.
 *
 * Offsets: spans in the clean text are UTF-8 bytes into doc->text; raw spans
 * are bytes into doc->page, which is the page decoded to UTF-8.
 */
#ifndef CD_BASE_DOC_H
#define CD_BASE_DOC_H

#include "base/arena.h"

/* What the bytes of a document are; the reader says so. */
enum cd_format {
    CD_FORMAT_HTML,
    CD_FORMAT_TEXT, /* plain text as scraped: paragraphs and boilerplate */
    CD_FORMAT_MARKDOWN,
    CD_FORMAT_CLEAN, /* clean text: one block a paragraph, nothing dropped */
};

#define CD_BLOCK_KINDS(X)                                                      \
    X(PARAGRAPH, "paragraph")                                                  \
    X(HEADING, "heading")                                                      \
    X(LIST_ITEM, "list-item")                                                  \
    X(QUOTE, "quote")                                                          \
    X(TABLE_ROW, "table-row")                                                  \
    X(CAPTION, "caption")                                                      \
    X(CODE, "code")                                                            \
    X(COMMENT, "comment") /* a reader's comment, kept only if asked for */

enum cd_block_kind {
#define X(name, text) CD_BLOCK_##name,
    CD_BLOCK_KINDS(X)
#undef X
        CD_BLOCK_KIND_COUNT
};

/* "paragraph" for CD_BLOCK_PARAGRAPH; one string a kind. */
extern const char *const cd_block_kind_names[];

/*
 * A piece of the page that stands by itself.  The blocks of a document are in
 * page order and cover all its visible text, kept or dropped.
 */
struct cd_block {
    enum cd_block_kind kind;
    int level; /* heading 1-6, depth of a list item, else 0 */
    bool keep; /* is it part of the article? */
    /* Which item of the page's lists it is a part of, from 1; 0: none.  A list
     * item of plain text has none, and its text begins with its mark. */
    uint32_t item;
    struct cd_str text;  /* white space collapsed; "\n" only in code */
    struct cd_span span; /* in doc->text if kept, else {0, 0} */
    struct cd_span raw;  /* in doc->page: from its first to its last byte */
    /* Why: a rule id such as "teaser:explore-more", "model",
     * "site:seen-on-41-pages". */
    struct cd_str reason;
    double score; /* the model's probability of "keep"; NaN if no model ran */
    struct cd_str links;  /* JSON array of {"start","end","href"}, or absent */
    struct cd_str number; /* of an item of an ordered list: "3"; or absent */
    struct cd_block_trace *trace; /* NULL unless asked for */
};

/* What `explain` says of a block beside the reason. */
struct cd_block_trace {
    struct cd_str path;   /* its element: "main>article>p.lead" */
    struct cd_str pushes; /* what the model went by; JSON, or absent */
};

/* A metadata value and where it was found: "json-ld", "og", "meta", "h1"... */
struct cd_fact {
    struct cd_str value; /* .p == NULL: not found */
    const char *source;
};

struct cd_meta {
    struct cd_fact title;
    struct cd_fact byline;    /* as printed, without "By" */
    struct cd_fact authors;   /* JSON array of names */
    struct cd_fact published; /* RFC 3339 date or date-time */
    struct cd_fact modified;
    struct cd_fact first_published; /* where published is of a change */
    struct cd_fact site;            /* name of the publication */
    struct cd_fact section;
    struct cd_fact language;  /* BCP 47, lower case primary tag first */
    struct cd_fact canonical; /* absolute URL */
    struct cd_fact description;
    struct cd_fact image;
    struct cd_fact tags;    /* JSON array of strings */
    struct cd_fact paywall; /* "true" or "false" */
};

/* Text accounting, in bytes of visible text: in == kept + dropped. */
struct cd_accounting {
    size_t in, kept, dropped;
    size_t bad_bytes; /* replaced by U+FFFD while decoding */
};

struct cd_doc {
    struct cd_arena arena;

    /* where it came from: the reader */
    uint64_t number;       /* position in the input, from 1 */
    struct cd_str id;      /* as text */
    struct cd_str id_json; /* the same as a JSON value: "a" or 17, verbatim */
    struct cd_str url;
    bool reference;       /* only what others are compared with */
    struct cd_str source; /* file it was read from, or "-" */
    uint64_t offset;      /* of the record in the (uncompressed) file */
    uint64_t line;        /* of a JSONL record, from 1; else 0 */
    enum cd_format format;
    struct cd_str charset; /* from the HTTP header, or absent */
    struct cd_str fetched; /* RFC 3339, WARC-Date, or absent */
    struct cd_str extra; /* unknown fields of the record: {"a":1}, or absent */
    struct cd_str bytes; /* as read, content encoding undone */
    const struct cd_reader *reader; /* what a worker has to undo first */
    void *reader_data;
    /* metadata that the record itself gave: it wins over the page's */
    struct cd_meta given;

    /* the parser */
    struct cd_str page;     /* bytes as UTF-8 */
    struct cd_str encoding; /* WHATWG name that it was decoded from */
    struct cd_block *blocks;
    size_t block_count;
    struct cd_meta meta;
    struct cd_str text;  /* kept blocks joined by a blank line */
    struct cd_str notes; /* JSON array: limits hit, fallbacks; or absent */
    struct cd_accounting account;

    /* nlp/claim/claim.h */
    struct cd_claim *claims;
    size_t claim_count;
    struct cd_str claims_language; /* "en": by its rules; absent: none has */
    struct cd_reasons *reasons;    /* nlp/reasons/reasons.h: of --explain */
    size_t reason_count;

    struct cd_units *units; /* corpus/search/unit.h: what the search sees */

    /* records as a worker wrote them, or absent */
    struct cd_str article_output, claims_output;

    /* corpus/run/pack.h: all of the above as bytes */
    struct cd_str packed;
    bool ready;       /* out of a pack: the maps have seen it already */
    const char *lost; /* the stage that lost it then, or NULL */
};

/* The text of a kept block is doc->text[span]; this says which block holds
 * offset at of the clean text: its index, or SIZE_MAX between blocks. */
size_t cd_doc_block_at(const struct cd_doc *doc, size_t at);

/* Copies the blocks, the metadata and the notes, which lie somewhere else, into
 * the document's arena. */
void cd_doc_keep(struct cd_doc *doc);

/* The block's trace, in the document's arena; made if there is none. */
struct cd_block_trace *cd_block_trace(struct cd_doc *doc,
                                      struct cd_block *block);

/* Joins the kept blocks by "\n\n" into doc->text and sets their spans. */
void cd_doc_join(struct cd_doc *doc);

/* Counts the bytes of the blocks that are kept and dropped, in doc->account. */
void cd_doc_account(struct cd_doc *doc);

#endif
