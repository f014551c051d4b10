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

static void
write_doubt(struct cd_buf *out, struct cd_str doubt)
{
    static const struct {
        const char *name, *means;
    } doubts[] = {
        { "days", "Published on different days: both may be right." },
        { "inside", "Both stand in one article: they may count different "
                    "things." },
    };

    for (size_t i = 0; i < CD_COUNT(doubts); i++) {
        if (cd_str_is(doubt, doubts[i].name))
            cd_html_printf(out, "<p class=\"warn\">%s</p>\n", doubts[i].means);
    }
}

/* row: contradiction, subject, property, claims, doubt, group */
static void
write_contradiction(struct cd_buf *out, struct cd_db *db, struct cd_query *row)
{
    int64_t more = cd_query_int(row, 3) - 2;

    cd_buf_puts(out, "<article class=\"card\" data-row>\n");
    write_question(out, cd_query_text(row, 1), cd_query_text(row, 2));
    write_mentions(out, db,
                   "SELECT c.number, article, text FROM contradictions v JOIN "
                   "claims c ON c.number IN (a_claim, b_claim) WHERE v.number "
                   "= ?1 ORDER BY c.number = b_claim",
                   cd_query_int(row, 0));
    write_doubt(out, cd_query_text(row, 4));
    if (more > 0) {
        cd_html_printf(out,
                       "<details><summary>%lld more that say%s the same or "
                       "otherwise</summary>\n",
                       (long long)more, more == 1 ? "s" : "");
        write_mentions(out, db,
                       MEMBERS "AND NOT EXISTS (SELECT 1 FROM contradictions "
                               "v WHERE basis = 'question' AND claim_group = "
                               "?1 AND c.number IN (a_claim, b_claim))) ORDER "
                               "BY turn, number LIMIT 8",
                       cd_query_int(row, 5));
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
    "SELECT v.number, g.subject, g.property, json_array_length(claims), "      \
    "doubt, g.number FROM contradictions v JOIN claim_groups g ON g.number = " \
    "claim_group WHERE basis = 'question' AND doubt IS "

#define SUREST " ORDER BY v.number LIMIT ?1"

void
cd_report_contradictions(struct cd_buf *out, struct cd_db *db, int64_t n)
{
    int64_t doubtful = cd_query_one(
        db, CD_SQL_CONTRADICTIONS " WHERE basis = 'question' AND doubt IS NOT "
                                  "NULL");
    size_t shown =
        write_cards(out, db, CONTRADICTIONS "NULL" SUREST, write_contradiction);

    if (doubtful > 0) {
        cd_buf_puts(out, "<details class=\"more\"><summary>");
        cd_html_count(out, (uint64_t)doubtful);
        cd_buf_puts(out, n > doubtful ? " more " : " ");
        cd_buf_puts(out, "of different days or inside one article: both "
                         "numbers may be right</summary>\n");
        shown += write_cards(out, db, CONTRADICTIONS "NOT NULL" SUREST,
                             write_contradiction);
        cd_buf_puts(out, "</details>\n");
    }
    cd_report_left_out(out, shown, n,
                       "SELECT * FROM contradictions WHERE basis = 'question'");
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
