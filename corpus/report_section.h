/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The sections of the report, in the order of the page.  Each is a function
 * that asks the database and appends HTML; a new section is a file and a line
 * in the list below.
 */
#ifndef CD_CORPUS_REPORT_SECTION_H
#define CD_CORPUS_REPORT_SECTION_H

#include "corpus/report_html.h"
#include "corpus/report_query.h"

/* How much of anything is shown; what is left out is said. */
enum {
    CD_SHOWN_CLUSTERS = 250,
    CD_SHOWN_MEMBERS = 50,
    CD_SHOWN_PAIRS = 3, /* of a cluster */
    CD_SHOWN_CLAIMS = 2000,
    CD_SHOWN_GROUPS = 300,
    CD_SHOWN_PAGES = 200,
    CD_SHOWN_BLOCKS = 120, /* of a page */
    CD_SHOWN_REJECTS = 500,
    CD_SHOWN_TEXT = 1500,     /* bytes of one text */
    CD_SHOWN_BYTES = 4500000, /* of the file: then pages are left out */
};

/* id, title in the contents, function */
#define CD_REPORT_SECTIONS(X)                                                  \
    X(summary, "Summary")                                                      \
    X(differ, "Same copy, different number")                                   \
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

/* "Showing 300 of 12,345; the others: SELECT ..." where shown < all. */
void cd_report_left_out(struct cd_buf *out, size_t shown, int64_t all,
                        const char *sql);

/* The span [start, end) of the article doc, in the buffer. */
void cd_report_slice(struct cd_db *db, int64_t doc, size_t start, size_t end,
                     struct cd_buf *text);

/* The byte of text where the run's offset falls: runs may count code points. */
size_t cd_report_byte(const struct cd_db *db, struct cd_str text,
                      size_t offset);

/* "Title, Site, 2025-03-04" of the article, with a link to its page. */
void cd_report_where(struct cd_buf *out, struct cd_db *db, int64_t doc);

#endif
