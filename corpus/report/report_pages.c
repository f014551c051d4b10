/* SPDX-License-Identifier: Apache-2.0 */
/* Page by page: what was kept, what was cut, and why. */
#include "corpus/report/report_section.h"

/* A text of which more is marked is copied, not a part of it. */
static const double ALL = 0.95;

/* A run of blocks that were cut for one reason. */
struct run {
    struct cd_buf reason, text;
    size_t blocks;
};

static void
end_run(struct cd_buf *out, struct run *run)
{
    if (run->blocks == 0)
        return;
    cd_buf_puts(out, "<li class=\"drop\"><span class=\"text\" dir=\"auto\">");
    cd_html_label(out, cd_buf_str(&run->text), 200);
    cd_buf_puts(out, "</span> <span class=\"why\">cut, ");
    cd_html_label(out, cd_buf_str(&run->reason), 80);
    if (run->blocks > 1)
        cd_html_printf(out, ", %zu blocks", run->blocks);
    cd_buf_puts(out, "</span></li>\n");
    cd_buf_reset(&run->reason);
    cd_buf_reset(&run->text);
    run->blocks = 0;
}

/* block: keep, kind, reason, text, how much of it is copied */
static void
add_to_run(struct cd_buf *out, struct run *run, struct cd_query *block)
{
    struct cd_str reason = cd_query_text(block, 2);

    if (run->blocks > 0 && !cd_str_eq(cd_buf_str(&run->reason), reason))
        end_run(out, run);
    if (run->blocks++ == 0)
        cd_buf_add(&run->reason, reason);
    else if (run->text.n < 300)
        cd_buf_puts(&run->text, " · ");
    if (run->text.n < 300)
        cd_buf_add(&run->text, cd_query_text(block, 3));
}

static void
write_kept(struct cd_buf *out, struct cd_query *block)
{
    struct cd_str kind = cd_query_text(block, 1);

    cd_html_printf(out,
                   "<li class=\"keep%s\"><span class=\"text\" "
                   "dir=\"auto\">",
                   cd_str_is(kind, "heading") ? " title" : "");
    cd_html_clip(out, cd_query_text(block, 3), 360);
    cd_buf_puts(out, "</span> <span class=\"why\">kept, ");
    cd_html_text(out, kind);
    cd_buf_puts(out, ", ");
    cd_html_label(out, cd_query_text(block, 2), 80);
    if (cd_query_real(block, 4) > 0)
        cd_buf_puts(out, cd_query_real(block, 4) < ALL
                             ? ", <b>copied in part</b>"
                             : ", <b>copied</b>");
    cd_buf_puts(out, "</span></li>\n");
}

static void
write_blocks(struct cd_buf *out, struct cd_db *db, int64_t doc)
{
    struct cd_query *query =
        cd_query(db, "SELECT keep, kind, reason, text, (SELECT c.share FROM "
                     "copied c WHERE c.article = b.article AND c.block = "
                     "b.block) FROM blocks b WHERE article = ?1 ORDER BY block "
                     "LIMIT ?2");
    struct run run = { 0 };
    size_t shown = 0;

    cd_buf_puts(out, "<ol class=\"blocks\">\n");
    cd_query_bind(query, 1, doc);
    cd_query_bind(query, 2, CD_SHOWN_BLOCKS);
    for (; cd_query_next(query); shown++) {
        if (cd_query_int(query, 0) == 0) {
            add_to_run(out, &run, query);
            continue;
        }
        end_run(out, &run);
        write_kept(out, query);
    }
    end_run(out, &run);
    cd_query_end(query);
    cd_buf_release(&run.reason);
    cd_buf_release(&run.text);
    cd_buf_puts(out, "</ol>\n");
    if (shown == CD_SHOWN_BLOCKS)
        cd_html_printf(out,
                       "<p class=\"note\">The first %d blocks. All of them: "
                       "<code>SELECT * FROM blocks WHERE article = %lld</code>"
                       "</p>\n",
                       (int)CD_SHOWN_BLOCKS, (long long)doc);
}

/* page: number, kept, cut, copied blocks, url, site, cut bytes share */
static void
write_page(struct cd_buf *out, struct cd_db *db, struct cd_query *page,
           bool view)
{
    int64_t doc = cd_query_int(page, 0);

    cd_html_printf(out,
                   "<details class=\"page\" id=\"page-%lld\" data-row "
                   "data-site=\"%lld\"",
                   (long long)doc, (long long)cd_query_int(page, 4));
    cd_report_lang(out, db, doc);
    cd_buf_puts(out, "><summary>");
    cd_report_title(out, db, doc);
    cd_html_printf(out, " <span class=\"counts\">%lld kept, %lld cut",
                   (long long)cd_query_int(page, 1),
                   (long long)cd_query_int(page, 2));
    if (cd_query_int(page, 5) > 0)
        cd_html_printf(out, ", %lld copied", (long long)cd_query_int(page, 5));
    cd_buf_puts(out, "</span></summary>\n<noscript>");
    if (cd_query_text(page, 3).n > 0) {
        cd_buf_puts(out, "<p class=\"note\">");
        cd_html_link(out, cd_query_text(page, 3), cd_query_text(page, 3));
        cd_buf_puts(out, "</p>");
    }
    if (view)
        write_blocks(out, db, doc);
    else
        cd_html_printf(out,
                       "<p class=\"note\">Left out to keep this file small. "
                       "<code>SELECT * FROM blocks WHERE article = %lld</code>"
                       "</p>\n",
                       (long long)doc);
    cd_buf_puts(out, "</noscript></details>\n");
}

static void
add_tools(struct cd_buf *out, struct cd_db *db)
{
    cd_buf_puts(out, "<form class=\"tools\" data-for=\"pages-list\" hidden>"
                     "<label>Search titles <input type=\"search\" "
                     "name=\"search\"></label>\n");
    cd_report_select(out, db, "site", "Site",
                     "SELECT o.id, o.name FROM listed l JOIN places p USING "
                     "(number) JOIN origins o ON o.id = p.site GROUP BY o.id "
                     "ORDER BY count(*) DESC, o.name LIMIT 200");
    cd_buf_puts(out, "<button type=\"reset\">Show all</button> <output>"
                     "</output></form>\n");
}

void
cd_report_pages(struct cd_buf *out, struct cd_db *db)
{
    struct cd_query *query = cd_query(
        db, "SELECT l.number, (SELECT count(*) FROM blocks b WHERE b.article = "
            "l.number AND b.keep), (SELECT count(*) FROM blocks b WHERE "
            "b.article = l.number AND NOT b.keep), a.url, p.site, (SELECT "
            "count(*) FROM copied c WHERE c.article = l.number) FROM listed l "
            "JOIN articles a USING (number) JOIN places p USING (number) "
            "ORDER BY 6 DESC, 1");
    size_t shown = 0, views = 0;

    cd_buf_puts(out, "<p class=\"note\">What was kept of each page, and what "
                     "was cut and why. Pages with most copied paragraphs come "
                     "first.</p>\n");
    add_tools(out, db);
    cd_buf_puts(out, "<div id=\"pages-list\" data-step=\"1000\">\n");
    for (; cd_query_next(query); shown++) {
        bool view = out->n < CD_BYTES_FILE;

        views += view;
        write_page(out, db, query, view);
    }
    cd_query_end(query);
    cd_buf_puts(out, "</div>\n");
    if (views < shown)
        cd_html_printf(out,
                       "<p class=\"note\">%zu of these pages are shown with "
                       "their blocks; the others have them in copydesk.sqlite."
                       "</p>\n",
                       views);
    cd_report_left_out(
        out, shown, cd_query_one(db, "SELECT count(*) FROM articles"),
        "SELECT * FROM articles JOIN blocks ON article = articles.number");
}
