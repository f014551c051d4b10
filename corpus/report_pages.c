/* SPDX-License-Identifier: Apache-2.0 */
/* What was kept and cut: by site and reason, and page by page. */
#include "corpus/report_section.h"

void
cd_report_boilerplate(struct cd_buf *out, struct cd_db *db)
{
    struct cd_query *query = cd_query(
        db, "SELECT coalesce(a.site, a.source), b.reason, count(*), "
            "count(DISTINCT b.article), min(CASE WHEN length(b.text) > 3 THEN "
            "b.text END) FROM blocks b JOIN articles a ON a.number = b.article "
            "WHERE NOT "
            "b.keep GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT ?1");

    cd_buf_puts(out, "<p>Blocks that were cut, by site and reason.</p>\n"
                     "<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
                     "aria-label=\"Boilerplate\"><table class=\"sort\">"
                     "<thead><tr><th scope=\"col\">Site</th><th scope=\"col\">"
                     "Reason</th><th scope=\"col\" class=\"number\">Blocks</th>"
                     "<th scope=\"col\" class=\"number\">Pages</th>"
                     "<th scope=\"col\">Example</th></tr></thead>\n<tbody>\n");
    cd_query_bind(query, 1, CD_SHOWN_GROUPS);
    while (cd_query_next(query)) {
        cd_buf_puts(out, "<tr><td>");
        cd_html_bdi(out, cd_query_text(query, 0), 120);
        cd_buf_puts(out, "</td><td>");
        cd_html_bdi(out, cd_query_text(query, 1), 80);
        cd_html_printf(out,
                       "</td><td class=\"number\">%lld</td><td "
                       "class=\"number\">%lld</td><td>",
                       (long long)cd_query_int(query, 2),
                       (long long)cd_query_int(query, 3));
        cd_html_bdi(out, cd_query_text(query, 4), 160);
        cd_buf_puts(out, "</td></tr>\n");
    }
    cd_query_end(query);
    cd_buf_puts(out, "</tbody></table></div>\n");
}

/* ---- page by page ----------------------------------------------------- */

static void
write_block(struct cd_buf *out, struct cd_query *block)
{
    bool keep = cd_query_int(block, 0) != 0;

    cd_html_printf(out, "<li class=\"%s\"><span class=\"text\" dir=\"auto\">",
                   keep ? "keep" : "drop");
    cd_html_clip(out, cd_query_text(block, 3), 240);
    cd_html_printf(out, "</span><span class=\"why\">%s, ",
                   keep ? "kept" : "cut");
    cd_html_text(out, cd_query_text(block, 1));
    cd_buf_puts(out, ", ");
    cd_html_bdi(out, cd_query_text(block, 2), 80);
    cd_buf_puts(out, "</span></li>\n");
}

static void
write_blocks(struct cd_buf *out, struct cd_db *db, int64_t doc)
{
    struct cd_query *query =
        cd_query(db, "SELECT keep, kind, reason, text FROM blocks "
                     "WHERE article = ?1 ORDER BY block LIMIT ?2");
    size_t shown = 0;

    cd_buf_puts(out, "<ol class=\"blocks\">\n");
    cd_query_bind(query, 1, doc);
    cd_query_bind(query, 2, CD_SHOWN_BLOCKS);
    for (; cd_query_next(query); shown++)
        write_block(out, query);
    cd_query_end(query);
    cd_buf_puts(out, "</ol>\n");
    if (shown == CD_SHOWN_BLOCKS)
        cd_html_printf(out,
                       "<p class=\"note\">The first %d blocks; all of them: "
                       "<code>SELECT * FROM blocks WHERE article = %lld</code>"
                       "</p>\n",
                       (int)CD_SHOWN_BLOCKS, (long long)doc);
}

/* page: doc, id, title, site, published, url, byline, language */
static void
write_page(struct cd_buf *out, struct cd_db *db, struct cd_query *page)
{
    cd_html_printf(out, "<details class=\"card\" id=\"page-%lld\" data-row",
                   (long long)cd_query_int(page, 0));
    if (cd_query_text(page, 7).n > 0) {
        cd_buf_puts(out, " lang=\"");
        cd_html_text(out, cd_query_text(page, 7));
        cd_buf_puts(out, "\"");
    }
    cd_buf_puts(out, "><summary>");
    cd_html_bdi(out, cd_query_text(page, cd_query_text(page, 2).n > 0 ? 2 : 1),
                200);
    cd_buf_puts(out, " <span class=\"where\">");
    for (int i = 3; i <= 6; i++) {
        if (i == 5 || cd_query_text(page, i).n == 0)
            continue;
        cd_html_bdi(out, cd_query_text(page, i), 80);
        cd_buf_puts(out, " ");
    }
    cd_buf_puts(out, "</span></summary>\n");
    if (cd_query_text(page, 5).n > 0) {
        cd_buf_puts(out, "<p class=\"note\">");
        cd_html_link(out, cd_query_text(page, 5), cd_query_text(page, 5));
        cd_buf_puts(out, "</p>");
    }
    write_blocks(out, db, cd_query_int(page, 0));
    cd_buf_puts(out, "</details>\n");
}

void
cd_report_pages(struct cd_buf *out, struct cd_db *db)
{
    struct cd_query *query = cd_query(
        db, "SELECT number, id, title, site, substr(published, 1, 10), url, "
            "byline, language FROM articles ORDER BY number "
            "LIMIT ?1");
    size_t shown = 0;

    cd_buf_puts(out,
                "<p>What was kept of each page, and what was cut and why."
                "</p>\n<form class=\"tools\" data-for=\"pages-list\" hidden>"
                "<label>Search <input type=\"search\" name=\"search\"></label>"
                "<button type=\"reset\">Show all</button> <output></output>"
                "</form>\n<div id=\"pages-list\">\n");
    cd_query_bind(query, 1, CD_SHOWN_PAGES);
    for (; out->n < CD_SHOWN_BYTES && cd_query_next(query); shown++)
        write_page(out, db, query);
    cd_query_end(query);
    cd_buf_puts(out, "</div>\n");
    cd_report_left_out(
        out, shown, cd_query_one(db, "SELECT count(*) FROM articles"),
        "SELECT * FROM articles JOIN blocks ON article = articles.number");
}
