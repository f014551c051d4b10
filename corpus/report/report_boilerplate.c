/* SPDX-License-Identifier: Apache-2.0 */
/* What was cut: by reason, and by site and reason, with examples. */
#include "corpus/report/report_section.h"

/* A bar of at most 100 parts; its figure stands beside it. */
static void
add_bar(struct cd_buf *out, int64_t n, int64_t most)
{
    cd_html_printf(out,
                   "<svg class=\"bar\" width=\"100\" height=\"10\" "
                   "aria-hidden=\"true\"><rect width=\"%d\" height=\"10\"/>"
                   "</svg>",
                   (int)(most > 0 ? (n * 100 + most - 1) / most : 0));
}

static void
write_reasons(struct cd_buf *out, struct cd_db *db)
{
    struct cd_query *query = cd_query(
        db,
        "SELECT reason, blocks, pages, size, max(size) OVER (), (SELECT "
        "text FROM blocks b WHERE b.article = abs(c.example) / 1000000 AND "
        "b.block = abs(c.example) % 1000000) FROM (SELECT reason, sum(blocks) "
        "AS blocks, sum(pages) AS pages, sum(size) AS size, max(example) "
        "AS example FROM cut GROUP BY reason) c ORDER BY size DESC, reason "
        "LIMIT ?1");

    cd_report_table(out, "Cut by reason", " class=\"sort\"",
                    "<tr><th scope=\"col\">Reason</th><th scope=\"col\" "
                    "class=\"number\">Characters</th><td></td>"
                    "<th scope=\"col\" class=\"number\">Blocks</th>"
                    "<th scope=\"col\" class=\"number\">Pages</th>"
                    "<th scope=\"col\">Example</th></tr>");
    cd_query_bind(query, 1, 40);
    while (cd_query_next(query)) {
        cd_buf_puts(out, "<tr><td class=\"reason\">");
        cd_html_bdi(out, cd_query_text(query, 0), 80);
        cd_html_printf(out, "</td><td class=\"number\" data-value=\"%lld\">",
                       (long long)cd_query_int(query, 3));
        cd_html_count(out, (uint64_t)cd_query_int(query, 3));
        cd_buf_puts(out, "</td><td>");
        add_bar(out, cd_query_int(query, 3), cd_query_int(query, 4));
        for (int i = 1; i <= 2; i++) {
            cd_html_printf(out,
                           "</td><td class=\"number\" data-value=\"%lld\">",
                           (long long)cd_query_int(query, i));
            cd_html_count(out, (uint64_t)cd_query_int(query, i));
        }
        cd_buf_puts(out, "</td><td class=\"words\" dir=\"auto\">");
        cd_html_label(out, cd_query_text(query, 5), 110);
        cd_buf_puts(out, "</td></tr>\n");
    }
    cd_query_end(query);
    cd_report_table_end(out);
    cd_report_left_out(
        out, 40, cd_query_one(db, "SELECT count(DISTINCT reason) FROM cut"),
        "SELECT * FROM drop_reasons");
}

static void
write_sites(struct cd_buf *out, struct cd_db *db)
{
    struct cd_query *query = cd_query(
        db,
        "SELECT o.name, s.reason, s.blocks, s.pages, (SELECT text FROM "
        "blocks b WHERE b.article = abs(s.example) / 1000000 AND b.block = "
        "abs(s.example) % 1000000) FROM cut s JOIN origins o ON o.id = s.site "
        "ORDER BY s.size DESC, 1, 2 LIMIT ?1");
    size_t shown = 0;

    cd_buf_puts(out, "<details class=\"more\"><summary>By site and reason"
                     "</summary>\n");
    cd_report_table(out, "Cut by site and reason", " class=\"sort\"",
                    "<tr><th scope=\"col\">Site</th><th scope=\"col\">Reason"
                    "</th><th scope=\"col\" class=\"number\">Blocks</th>"
                    "<th scope=\"col\" class=\"number\">Pages</th>"
                    "<th scope=\"col\">Example</th></tr>");
    cd_query_bind(query, 1, CD_SHOWN_ROWS);
    for (; cd_query_next(query); shown++) {
        cd_buf_puts(out, "<tr><td>");
        cd_html_bdi(out, cd_query_text(query, 0), 80);
        cd_buf_puts(out, "</td><td class=\"reason\">");
        cd_html_bdi(out, cd_query_text(query, 1), 80);
        cd_html_printf(out,
                       "</td><td class=\"number\">%lld</td><td "
                       "class=\"number\">%lld</td><td class=\"words\" "
                       "dir=\"auto\">",
                       (long long)cd_query_int(query, 2),
                       (long long)cd_query_int(query, 3));
        cd_html_label(out, cd_query_text(query, 4), 110);
        cd_buf_puts(out, "</td></tr>\n");
    }
    cd_query_end(query);
    cd_report_table_end(out);
    cd_report_left_out(out, shown, cd_query_one(db, "SELECT count(*) FROM cut"),
                       "SELECT site, reason, count(*) FROM blocks JOIN "
                       "articles ON number = article WHERE NOT keep GROUP BY "
                       "1, 2");
    cd_buf_puts(out, "</details>\n");
}

void
cd_report_boilerplate(struct cd_buf *out, struct cd_db *db)
{
    if (cd_query_one(db, "SELECT count(*) FROM cut") == 0) {
        cd_buf_puts(out, "<p>Nothing was cut.</p>\n");
        return;
    }
    cd_buf_puts(out, "<p class=\"note\">What is no part of an article, by the "
                     "rule that cut it. <code>copydesk rules</code> lists the "
                     "rules.</p>\n");
    write_reasons(out, db);
    write_sites(out, db);
}
