/* SPDX-License-Identifier: Apache-2.0 */
/* Claims that answer one question: contradictions, and agreements. */
#include "corpus/report/report_section.h"

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

/* The claims that sql finds: number, article, text; ?1 is given. */
static size_t
write_mentions(struct cd_buf *out, struct cd_db *db, const char *sql,
               int64_t given)
{
    struct cd_query *query = cd_query(db, sql);
    size_t shown = 0;

    cd_buf_puts(out, "<div class=\"pair\">\n");
    cd_query_bind(query, 1, given);
    for (; cd_query_next(query); shown++)
        write_mention(out, db, query);
    cd_query_end(query);
    cd_buf_puts(out, "</div>\n");
    return shown;
}

/* "Norrlin jobs cut" */
static void
write_question(struct cd_buf *out, struct cd_str subject,
               struct cd_str property)
{
    cd_buf_puts(out, "<header><h4>");
    if (subject.n > 0)
        cd_html_short(out, subject, 160);
    else
        cd_buf_puts(out, "no subject");
    cd_buf_puts(out, " <span class=\"where\">");
    cd_html_short(out, property, 160);
    cd_buf_puts(out, "</span></h4></header>\n");
}

/* The claims of the group ?1, first one for each value. */
#define MEMBERS                                                                \
    "SELECT number, article, text FROM (SELECT c.number, article, text, "      \
    "row_number() OVER (PARTITION BY coalesce(c.value, text) ORDER BY "        \
    "c.number) AS turn FROM claim_groups g, json_each(g.claims) j JOIN "       \
    "claims c ON c.number = (SELECT min(number) FROM claims WHERE claim_id = " \
    "j.value) WHERE g.number = ?1 "

/* row: group, subject, property, claims, a, b, doubt */
static void
write_contradiction(struct cd_buf *out, struct cd_db *db, struct cd_query *row)
{
    static const char *const doubts[] = {
        [CD_DOUBT_DAYS] = "Published on different days: both may be right.",
        [CD_DOUBT_INSIDE] = "Both stand in one article: they may count "
                            "different things.",
    };
    int64_t doubt = cd_query_int(row, 6), more = cd_query_int(row, 3) - 2;

    cd_buf_puts(out, "<article class=\"card\" data-row>\n");
    write_question(out, cd_query_text(row, 1), cd_query_text(row, 2));
    write_mentions(out, db,
                   "SELECT c.number, article, text FROM against v JOIN claims "
                   "c ON c.number IN (v.a, v.b) WHERE v.number = ?1 ORDER BY "
                   "c.number = v.b",
                   cd_query_int(row, 0));
    if (doubt > 0)
        cd_html_printf(out, "<p class=\"warn\">%s</p>\n", doubts[doubt]);
    if (more > 0) {
        cd_html_printf(out,
                       "<details><summary>%lld more that say%s the same or "
                       "otherwise</summary>\n",
                       (long long)more, more == 1 ? "s" : "");
        write_mentions(out, db,
                       MEMBERS "AND c.number NOT IN (SELECT a FROM against v "
                               "WHERE v.number = ?1 UNION SELECT b FROM "
                               "against v WHERE v.number = ?1)) ORDER BY turn, "
                               "number LIMIT 8",
                       cd_query_int(row, 0));
        cd_report_left_out(out, 8, more,
                           "SELECT claims FROM claim_groups WHERE verdict = "
                           "'contradict'");
        cd_buf_puts(out, "</details>\n");
    }
    cd_buf_puts(out, "</article>\n");
}

/* row: group, subject, property, claims */
static void
write_agreement(struct cd_buf *out, struct cd_db *db, struct cd_query *row)
{
    size_t shown;

    cd_buf_puts(out, "<article class=\"card\" data-row>\n");
    write_question(out, cd_query_text(row, 1), cd_query_text(row, 2));
    shown = write_mentions(out, db, MEMBERS ") ORDER BY turn, number LIMIT 8",
                           cd_query_int(row, 0));
    cd_report_left_out(out, shown, cd_query_int(row, 3),
                       "SELECT claims FROM claim_groups WHERE verdict <> "
                       "'contradict'");
    cd_buf_puts(out, "</article>\n");
}

static size_t
write_cards(struct cd_buf *out, struct cd_db *db, const char *sql,
            void (*write)(struct cd_buf *, struct cd_db *, struct cd_query *))
{
    struct cd_query *query = cd_query(db, sql);
    size_t shown = 0, limit = out->n + CD_BYTES_DIFFER;

    cd_html_printf(out, "<div class=\"list\" data-step=\"%d\">\n",
                   CD_AT_ONCE_CARDS);
    cd_query_bind(query, 1, CD_SHOWN_GROUPS);
    for (; out->n < limit && cd_query_next(query); shown++) {
        if (shown == CD_AT_ONCE_CARDS)
            cd_buf_puts(out, "<noscript>\n");
        write(out, db, query);
    }
    cd_query_end(query);
    cd_buf_puts(out,
                shown > CD_AT_ONCE_CARDS ? "</noscript></div>\n" : "</div>\n");
    return shown;
}

#define CONTRADICTIONS                                                         \
    "SELECT v.number, subject, property, json_array_length(claims), a, b, "    \
    "doubt FROM against v JOIN claim_groups g USING (number) WHERE doubt "

#define SUREST " ORDER BY doubt, sure DESC, v.number LIMIT ?1"

size_t
cd_report_contradictions(struct cd_buf *out, struct cd_db *db)
{
    int64_t all = cd_query_one(db, "SELECT count(*) FROM against");
    int64_t doubtful =
        cd_query_one(db, "SELECT count(*) FROM against WHERE doubt > 0");
    size_t shown =
        write_cards(out, db, CONTRADICTIONS "= 0" SUREST, write_contradiction);

    if (doubtful > 0) {
        cd_buf_puts(out, "<details class=\"more\"><summary>");
        cd_html_count(out, (uint64_t)doubtful);
        cd_buf_puts(out, all > doubtful ? " more " : " ");
        cd_buf_puts(out, "of different days or inside one article: both "
                         "numbers may be right</summary>\n");
        shown += write_cards(out, db, CONTRADICTIONS "> 0" SUREST,
                             write_contradiction);
        cd_buf_puts(out, "</details>\n");
    }
    cd_report_left_out(out, shown, all, "SELECT * FROM claims_that_contradict");
    return (size_t)all;
}

#define AGREED                                                                 \
    " FROM claim_groups WHERE verdict <> 'contradict' AND articles > 1"

void
cd_report_groups(struct cd_buf *out, struct cd_db *db)
{
    int64_t n = cd_query_one(db, "SELECT count(*)" AGREED);
    size_t shown;

    if (n == 0)
        return;
    cd_buf_puts(out, "<details class=\"more\"><summary>");
    cd_html_count(out, (uint64_t)n);
    cd_buf_puts(out, n == 1 ? " claim is" : " claims are");
    cd_buf_puts(out, " made by more than one article, and agree</summary>\n");
    shown = write_cards(out, db,
                        "SELECT number, subject, property, "
                        "json_array_length(claims)" AGREED
                        " ORDER BY articles DESC, number LIMIT ?1",
                        write_agreement);
    cd_report_left_out(out, shown, n,
                       "SELECT * FROM claim_groups WHERE verdict <> "
                       "'contradict'");
    cd_buf_puts(out, "</details>\n");
}
