/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Numbers that disagree: copies that tell another number first, then claims
 * that contradict each other, then copies that differ in names alone.
 */
#include "corpus/report/report_section.h"

static void
write_card(struct cd_buf *out, struct cd_db *db, struct cd_query *row)
{
    int64_t others = cd_query_int(row, 1) - 1;

    cd_buf_puts(out, "<article class=\"card\" data-row>\n");
    cd_report_pair(out, db, cd_query_int(row, 0));
    if (cd_query_int(row, 2) != 0)
        cd_buf_puts(out, "<p class=\"note\">By itself a sentence that is often "
                         "filled in anew; what stands beside it, or its "
                         "claims, tell that it is the same here.</p>\n");
    if (others > 0) {
        cd_buf_puts(out, "<p class=\"note\">The same difference in ");
        cd_html_count(out, (uint64_t)others);
        cd_buf_puts(out,
                    others == 1 ? " more pair.</p>\n" : " more pairs.</p>\n");
    }
    cd_buf_puts(out, "</article>\n");
}

/* sql: copies.number, pairs, is it a template?  ?1 is how many */
static void
write_list(struct cd_buf *out, struct cd_db *db, const char *sql, int64_t all,
           const char *all_sql)
{
    struct cd_query *query = cd_query(db, sql);
    size_t shown = 0, limit = out->n + CD_BYTES_DIFFER;

    cd_html_printf(out, "<div class=\"list\" data-step=\"%d\">\n",
                   CD_AT_ONCE_CARDS);
    cd_query_bind(query, 1, CD_SHOWN_DIFFER);
    for (; out->n < limit && cd_query_next(query); shown++) {
        if (shown == CD_AT_ONCE_CARDS)
            cd_buf_puts(out, "<noscript>\n");
        write_card(out, db, query);
    }
    cd_query_end(query);
    cd_buf_puts(out,
                shown > CD_AT_ONCE_CARDS ? "</noscript></div>\n" : "</div>\n");
    cd_report_left_out(out, shown, all, all_sql);
}

static void
write_names(struct cd_buf *out, struct cd_db *db)
{
    int64_t n = cd_query_one(db, "SELECT count(*) FROM renamed");

    if (n == 0)
        return;
    cd_buf_puts(out, "<details class=\"more\"><summary>");
    cd_html_count(out, (uint64_t)n);
    cd_buf_puts(out, n == 1 ? " copy differs" : " copies differ");
    cd_buf_puts(out, " in names alone</summary>\n");
    write_list(
        out, db,
        "SELECT number, pairs, 0 FROM renamed ORDER BY score DESC, number "
        "LIMIT ?1",
        n,
        "SELECT * FROM copies WHERE facts_differ LIKE '%\"name\"]%' AND "
        "kind <> 'template'");
    cd_buf_puts(out, "</details>\n");
}

static void
write_copies(struct cd_buf *out, struct cd_db *db, int64_t n)
{
    cd_buf_puts(out, "<h3>Same copy, different number</h3>\n<p class=\"note\">"
                     "Copied paragraphs that tell the same thing with another "
                     "number or date, or say the opposite.</p>\n");
    if (n > 0)
        write_list(out, db,
                   "SELECT copy, pairs, basis = 'place' FROM contradictions "
                   "WHERE basis <> 'question' ORDER BY number LIMIT ?1",
                   n, "SELECT * FROM contradictions WHERE basis <> 'question'");
    else
        cd_buf_puts(out, "<p>No copied paragraph tells another number.</p>\n");
    write_names(out, db);
}

void
cd_report_differ(struct cd_buf *out, struct cd_db *db)
{
    int64_t all = cd_query_one(db, CD_SQL_CONTRADICTIONS);
    int64_t copies =
        cd_query_one(db, CD_SQL_CONTRADICTIONS " WHERE basis <> 'question'");

    if (all + cd_query_one(db, "SELECT count(*) FROM renamed") == 0) {
        cd_buf_puts(out, "<p>No copied paragraph tells another number, and no "
                         "two articles contradict each other.</p>\n");
        return;
    }
    write_copies(out, db, copies);
    cd_buf_puts(out, "<h3>Claims that contradict each other</h3>\n"
                     "<p class=\"note\">The same subject, property and unit, "
                     "with values that cannot both be right if they are of "
                     "one time.</p>\n");
    if (all > copies)
        cd_report_contradictions(out, db, all - copies);
    else
        cd_buf_puts(out, "<p>No two other claims were found to contradict each "
                         "other.</p>\n");
}
