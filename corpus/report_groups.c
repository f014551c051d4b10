/* SPDX-License-Identifier: Apache-2.0 */
/* Claims that more than one article makes: contradictions, and agreements. */
#include "corpus/report_section.h"

/* Text of a cell, or a dash that is read out as what it is. */
static void
add_words(struct cd_buf *out, struct cd_str words, const char *none)
{
    if (words.n > 0)
        cd_html_bdi(out, words, 160);
    else
        cd_buf_puts(out, none);
}

static void
write_mention(struct cd_buf *out, struct cd_db *db, struct cd_query *claim)
{
    int64_t doc = cd_query_int(claim, 1);

    cd_buf_puts(out, "<div><p class=\"value\">");
    cd_html_bdi(out, cd_query_text(claim, 2), 120);
    cd_buf_puts(out, "</p><p class=\"from\">");
    cd_report_where(out, db, doc);
    cd_buf_puts(out, "</p><blockquote dir=\"auto\"");
    cd_report_lang(out, db, doc);
    cd_buf_puts(out, ">");
    cd_report_sentence(out, db, cd_query_int(claim, 0), false);
    cd_buf_puts(out, "</blockquote></div>\n");
}

/* The mentions of the group of the claim: first one for each value. */
static void
write_mentions(struct cd_buf *out, struct cd_db *db, int64_t claim)
{
    struct cd_query *query = cd_query(
        db, "SELECT number, article, text, row_number() OVER (PARTITION BY "
            "coalesce(value, text) ORDER BY number) AS turn FROM claims WHERE "
            "\"group\" = (SELECT \"group\" FROM claims WHERE number = ?1) "
            "ORDER BY turn, number LIMIT ?2");
    size_t shown = 0;
    struct cd_query *all =
        cd_query(db, "SELECT count(*) FROM claims WHERE \"group\" = (SELECT "
                     "\"group\" FROM claims WHERE number = ?1)");

    cd_buf_puts(out, "<div class=\"pair\">\n");
    cd_query_bind(query, 1, claim);
    cd_query_bind(query, 2, CD_SHOWN_MENTIONS);
    for (; cd_query_next(query); shown++)
        write_mention(out, db, query);
    cd_query_end(query);
    cd_buf_puts(out, "</div>\n");
    cd_query_bind(all, 1, claim);
    if (cd_query_next(all))
        cd_report_left_out(out, shown, cd_query_int(all, 0),
                           "SELECT * FROM claims ORDER BY \"group\"");
    cd_query_end(all);
}

/* row: a claim of the group, its subject, property, unit, values */
static void
write_group(struct cd_buf *out, struct cd_db *db, struct cd_query *row)
{
    cd_buf_puts(out, "<article class=\"card\" data-row>\n<header><h4>");
    add_words(out, cd_query_text(row, 1), "no subject");
    cd_buf_puts(out, " <span class=\"where\">");
    add_words(out, cd_query_text(row, 2), "");
    cd_buf_puts(out, "</span></h4></header>\n");
    write_mentions(out, db, cd_query_int(row, 0));
    cd_buf_puts(out, "</article>\n");
}

static size_t
write_groups(struct cd_buf *out, struct cd_db *db, const char *sql)
{
    struct cd_query *query = cd_query(db, sql);
    size_t shown = 0, limit = out->n + CD_BYTES_DIFFER;

    cd_html_printf(out, "<div class=\"list\" data-step=\"%d\">\n",
                   CD_AT_ONCE_CARDS);
    cd_query_bind(query, 1, CD_SHOWN_GROUPS);
    for (; out->n < limit && cd_query_next(query); shown++) {
        if (shown == CD_AT_ONCE_CARDS)
            cd_buf_puts(out, "<noscript>\n");
        write_group(out, db, query);
    }
    cd_query_end(query);
    cd_buf_puts(out,
                shown > CD_AT_ONCE_CARDS ? "</noscript></div>\n" : "</div>\n");
    return shown;
}

size_t
cd_report_contradictions(struct cd_buf *out, struct cd_db *db)
{
    size_t shown = write_groups(
        out, db,
        "SELECT min(c.number), min(c.subject), min(c.property), count(*) FROM "
        "against v JOIN claims c USING (\"group\") GROUP BY c.\"group\" ORDER "
        "BY count(DISTINCT c.article) DESC, min(c.number) LIMIT ?1");

    cd_report_left_out(out, shown,
                       cd_query_one(db, "SELECT count(*) FROM against"),
                       "SELECT * FROM claims_that_contradict");
    return shown;
}

#define AGREED                                                                 \
    "SELECT min(number), min(subject), min(property), count(*) FROM claims "   \
    "WHERE \"group\" IS NOT NULL AND \"group\" NOT IN (SELECT \"group\" FROM " \
    "against) GROUP BY \"group\" HAVING count(DISTINCT article) > 1"

void
cd_report_groups(struct cd_buf *out, struct cd_db *db)
{
    int64_t n = cd_query_one(db, "SELECT count(*) FROM (" AGREED ")");
    size_t shown;

    if (n == 0)
        return;
    cd_buf_puts(out, "<details class=\"more\"><summary>");
    cd_html_count(out, (uint64_t)n);
    cd_buf_puts(out, n == 1 ? " claim is" : " claims are");
    cd_buf_puts(out, " made by more than one article, and agree</summary>\n");
    shown = write_groups(out, db, AGREED " ORDER BY 4 DESC, 1 LIMIT ?1");
    cd_report_left_out(out, shown, n,
                       "SELECT * FROM claims ORDER BY \"group\"");
    cd_buf_puts(out, "</details>\n");
}
