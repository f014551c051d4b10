/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The sections of the report, in the order of the page.  Each is a function
 * that asks the database and appends HTML; a new section is a file and a line
 * in the list below.
 */
#ifndef CD_CORPUS_REPORT_REPORT_SECTION_H
#define CD_CORPUS_REPORT_REPORT_SECTION_H

#include "corpus/database/contradictions.h"
#include "corpus/output/html.h"

/* How much of anything is shown; what is left out is said. */
enum {
    CD_SHOWN_CLUSTERS = 500,
    CD_SHOWN_MEMBERS = 50,
    CD_SHOWN_PAIRS = 3, /* of a cluster */
    CD_SHOWN_DIFFER = 100,
    CD_SHOWN_GROUPS = 200, /* of claims */
    CD_SHOWN_CLAIMS = 2000,
    CD_SHOWN_SITES = 200,  /* in a choice of sites */
    CD_SHOWN_ROWS = 300,   /* of any other table */
    CD_SHOWN_MOMENTS = 30, /* lines of the drawn timeline */
    CD_SHOWN_PAGES = 1000,
    CD_SHOWN_BLOCKS = 200, /* of a page */
    CD_SHOWN_REJECTS = 500,
    CD_SHOWN_TEXT = 1500, /* bytes of one text */
};

/* Bytes of the parts that grow; the pages get what is left of the file. */
enum {
    CD_BYTES_DIFFER = 400000,
    CD_BYTES_COPIES = 1200000,
    CD_BYTES_CLAIMS = 1400000,
    CD_BYTES_FILE = 4600000,
};

/* Of a list, so many stand in the page at once; the rest waits in a <noscript>,
 * which a browser with scripts does not build until it is asked for. */
enum { CD_AT_ONCE_CARDS = 20, CD_AT_ONCE_ROWS = 60 };

/* id, title in the contents, function */
#define CD_REPORT_SECTIONS(X)                                                  \
    X(summary, "Summary")                                                      \
    X(differ, "Numbers that disagree")                                         \
    X(copies, "Copies")                                                        \
    X(map, "Who shares with whom")                                             \
    X(timeline, "Timeline")                                                    \
    X(claims, "Claims")                                                        \
    X(boilerplate, "Boilerplate")                                              \
    X(pages, "Pages")                                                          \
    X(rejects, "Rejects")                                                      \
    X(manifest, "Run")

#define X(name, title)                                                         \
    void cd_report_##name(struct cd_buf *out, struct cd_db *db);
CD_REPORT_SECTIONS(X)
#undef X

/* A figure of the summary. */
struct cd_figure {
    const char *id, *name, *link;
    const char *means;
    const char *sql;
    bool percent; /* the answer is in thousandths */
};

/* The index-th figure, or NULL past the end. */
const struct cd_figure *cd_figure_at(size_t index);
/* "1,234" or "24.9 %" */
void cd_figure_value(struct cd_buf *out, struct cd_db *db,
                     const struct cd_figure *figure);

/* kind, share: of the copied text. */
#define CD_SQL_KINDS                                                           \
    "SELECT CASE c.kind WHEN 1 THEN 'same' WHEN 2 THEN 'edited' WHEN 3 THEN "  \
    "'contains' ELSE 'reworded' END AS kind, 1.0 * sum(length(b.text) * "      \
    "c.share) / sum(sum(length(b.text) * c.share)) OVER () AS share FROM "     \
    "copied c JOIN blocks b "                                                  \
    "ON "                                                                      \
    "b.article = c.article AND (b.block = c.block OR c.block < 0 AND b.keep) " \
    "GROUP BY c.kind ORDER BY c.kind"

/*
 * Makes what the sections ask again and again, in temporary tables:
 *   origins (id, name)          sites: the name, else the host, else ''
 *   places (number, site, name, host)  the origin of each article
 *   listed (number)             articles that have an entry under Pages
 *   copied (article, block, kind, share)  the copied blocks, each with its
 *                               surest kind and how much of it is copied
 *   spread (cluster, article, block, n)  the text of each cluster that most
 *       articles have a copy of, and how many have it
 *   renamed (number, pairs, score)  copies that differ in names alone: one of
 *       so many pairs with that difference
 *   cut (site, reason, blocks, pages, size, example)  what was dropped; example
 *       is article * 1000000 + block, below 0 where all are short
 * What disagrees stands in the database (corpus/database/contradictions.h).
 */
void cd_report_prepare(struct cd_db *db);

/* "Showing 300 of 12,345; all of them: SELECT ..." where shown < all. */
void cd_report_left_out(struct cd_buf *out, size_t shown, int64_t all,
                        const char *sql);

/* The span [start, end) of the article doc, in the buffer. */
void cd_report_slice(struct cd_db *db, int64_t doc, size_t start, size_t end,
                     struct cd_buf *text);

/* The byte of text where the run's offset falls: runs may count code points. */
size_t cd_report_byte(const struct cd_db *db, struct cd_str text,
                      size_t offset);

/* "Site, 2025-03-04, Title" of the article, with a link to its page. */
void cd_report_where(struct cd_buf *out, struct cd_db *db, int64_t doc);

/* "2025-03-04 Title Site", no link. */
void cd_report_title(struct cd_buf *out, struct cd_db *db, int64_t doc);

/* " lang="nl"" for the article, or nothing if it gives no good tag. */
void cd_report_lang(struct cd_buf *out, struct cd_db *db, int64_t doc);

/* A table that scrolls sideways where it must; head is markup: "<tr>...". */
void cd_report_table(struct cd_buf *out, const char *label, const char *attrs,
                     const char *head);
void cd_report_table_end(struct cd_buf *out);

/* A select named name: each row of sql is a value and its label. */
void cd_report_select(struct cd_buf *out, struct cd_db *db, const char *name,
                      const char *label, const char *sql);

/* The sentence of claims.number with its quantity marked; context adds what
 * stands around it, which is hidden until it is opened. */
void cd_report_sentence(struct cd_buf *out, struct cd_db *db, int64_t claim,
                        bool context);

/* The pair copies.number: what differs, then the two texts. */
void cd_report_pair(struct cd_buf *out, struct cd_db *db, int64_t pair);

/* Of a cluster (its rowid) the pair of least score that is needed to hold it
 * together, and how many members the smaller of the two parts has into which it
 * falls without it.  pair is 0 where there is none.  n log n in its pairs. */
struct cd_weakest_link {
    int64_t pair; /* copies.number */
    double score;
    size_t less;
};
struct cd_weakest_link cd_report_weakest_link(struct cd_db *db, int64_t row);

/* Claims that contradict each other, n of them. */
void cd_report_contradictions(struct cd_buf *out, struct cd_db *db, int64_t n);
/* Claims that were made more than once. */
void cd_report_groups(struct cd_buf *out, struct cd_db *db);

#endif
