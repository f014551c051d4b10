/* SPDX-License-Identifier: Apache-2.0 */
/* Clusters of copied text, their members and their most telling pairs. */
#include "corpus/report/report_section.h"

static void
write_pairs(struct cd_buf *out, struct cd_db *db, int64_t row)
{
    struct cd_query *query = cd_query(
        db, "SELECT number FROM copies WHERE cluster = (SELECT cluster FROM "
            "clusters WHERE rowid = ?1) AND kind <> 'template' ORDER BY "
            "facts_differ LIKE '%\"number\"]%' DESC, score DESC, number "
            "LIMIT ?2");
    size_t shown = 0;

    cd_query_bind(query, 1, row);
    cd_query_bind(query, 2, CD_SHOWN_PAIRS);
    for (; cd_query_next(query); shown++) {
        if (shown == 1)
            cd_buf_puts(out, "<details><summary>More pairs of it</summary>\n");
        cd_report_pair(out, db, cd_query_int(query, 0));
    }
    cd_query_end(query);
    cd_buf_puts(out, shown > 1 ? "</details>\n" : "");
}

static void
write_members(struct cd_buf *out, struct cd_db *db, int64_t row, size_t size)
{
    struct cd_query *query = cd_query(
        db, "SELECT article FROM cluster_members WHERE cluster = (SELECT "
            "cluster FROM clusters WHERE rowid = ?1) AND article IS NOT NULL "
            "ORDER BY number LIMIT ?2");

    cd_html_printf(out, "<details><summary>All %zu places</summary><ol>\n",
                   size);
    cd_query_bind(query, 1, row);
    cd_query_bind(query, 2, CD_SHOWN_MEMBERS);
    while (cd_query_next(query)) {
        cd_buf_puts(out, "<li>");
        cd_report_where(out, db, cd_query_int(query, 0));
        cd_buf_puts(out, "</li>\n");
    }
    cd_query_end(query);
    cd_buf_puts(out, "</ol>");
    cd_report_left_out(out, CD_SHOWN_MEMBERS, (int64_t)size,
                       "SELECT * FROM cluster_members");
    cd_buf_puts(out, "</details>\n");
}

/* Of a chain, whose ends may be unlike: where it would part first. */
static void
write_weakest(struct cd_buf *out, struct cd_db *db, int64_t row, size_t size)
{
    struct cd_weakest_link link = cd_report_weakest_link(db, row);

    if (link.pair == 0)
        return;
    cd_html_printf(out,
                   "<details class=\"chain\"><summary>The weakest link, score "
                   "%.2f: it alone holds %zu of the %zu to the others"
                   "</summary>\n",
                   link.score, link.less, size);
    cd_report_pair(out, db, link.pair);
    cd_buf_puts(out, "<p class=\"note\"><code>--cluster=complete</code> makes "
                     "clusters in which every two are copies.</p></details>"
                     "\n");
}

/* What the filters look at. */
static void
add_filters(struct cd_buf *out, struct cd_query *row)
{
    static const struct {
        const char *name;
        int column;
    } filters[] = { { "kind", 5 },
                    { "site", 8 },
                    { "score", 7 },
                    { "from", 9 },
                    { "until", 10 } };

    for (size_t i = 0; i < CD_COUNT(filters); i++) {
        cd_html_printf(out, " data-%s=\"", filters[i].name);
        cd_html_text(out, cd_query_text(row, filters[i].column));
        cd_buf_puts(out, "\"");
    }
    cd_html_printf(out, " data-place=\"%s\"",
                   cd_query_int(row, 6) == 1 ? "inside" : "across");
}

static void
add_size(struct cd_buf *out, struct cd_query *row)
{
    cd_html_count(out, (uint64_t)cd_query_int(row, 2));
    cd_buf_puts(out, " paragraphs in ");
    cd_html_count(out, (uint64_t)cd_query_int(row, 6));
    cd_buf_puts(out, cd_query_int(row, 6) == 1 ? " article" : " articles");
}

/* row: rowid, cluster, size, chain, capped, kinds, articles, score, sites,
 * first day, last day */
static void
write_cluster(struct cd_buf *out, struct cd_db *db, struct cd_query *row)
{
    struct cd_str kinds = cd_query_text(row, 5);

    cd_buf_puts(out, "<article class=\"card\" data-row");
    add_filters(out, row);
    cd_buf_puts(out, ">\n<header><h3>");
    add_size(out, row);
    cd_buf_puts(out, "</h3>");
    for (size_t at = 0; at < kinds.n;) {
        size_t end = cd_str_find(kinds, CD_STR(" "), at);
        struct cd_str kind =
            cd_str_sub(kinds, at, end == SIZE_MAX ? kinds.n : end);

        cd_buf_puts(out, " <span class=\"kind ");
        cd_html_text(out, kind);
        cd_buf_puts(out, "\">");
        cd_html_text(out, kind);
        cd_buf_puts(out, "</span>");
        at = end == SIZE_MAX ? kinds.n : end + 1;
    }
    cd_html_printf(out, " <span class=\"where\">score %.2f</span>",
                   cd_query_real(row, 7));
    if (cd_query_int(row, 3) != 0)
        cd_buf_puts(out, " <span class=\"where\">a chain: not every two of "
                         "them are copies</span>");
    if (cd_query_int(row, 4) > 0) {
        cd_buf_puts(out, " <span class=\"where\">");
        cd_html_count(out, (uint64_t)cd_query_int(row, 4));
        cd_buf_puts(out, " pairs were not listed</span>");
    }
    cd_buf_puts(out, "</header>\n");
    write_pairs(out, db, cd_query_int(row, 0));
    if (cd_query_int(row, 3) != 0)
        write_weakest(out, db, cd_query_int(row, 0),
                      (size_t)cd_query_int(row, 2));
    if (cd_query_int(row, 2) > 2)
        write_members(out, db, cd_query_int(row, 0),
                      (size_t)cd_query_int(row, 2));
    cd_buf_puts(out, "</article>\n");
}

static const char tools_begin[] =
    "<form class=\"tools\" data-for=\"copies-list\" hidden>\n"
    "<label>Search <input type=\"search\" name=\"search\"></label>\n"
    "<label>Kind <select name=\"kind\"><option value=\"\">all</option>"
    "<option>same</option><option>edited</option><option>contains</option>"
    "<option>reworded</option></select></label>\n"
    "<label>Where <select name=\"place\"><option value=\"\">all</option>"
    "<option value=\"across\">across articles</option>"
    "<option value=\"inside\">inside one article</option></select></label>\n";

static const char tools_end[] =
    "<label>Score at least <input type=\"number\" name=\"score\" "
    "data-least min=\"0\" max=\"1\" step=\"0.05\"></label>\n"
    "<label>From <input type=\"date\" name=\"until\" data-least></label>\n"
    "<label>Until <input type=\"date\" name=\"from\" data-most></label>\n"
    "<button type=\"reset\">Show all</button> <output></output></form>\n";

static void
add_tools(struct cd_buf *out, struct cd_db *db)
{
    cd_buf_puts(out, tools_begin);
    cd_report_select(out, db, "site", "Site",
                     "SELECT o.id, o.name FROM cluster_members m JOIN places p "
                     "ON p.number = m.article JOIN origins o ON o.id = p.site "
                     "GROUP BY o.id ORDER BY count(*) DESC, o.name LIMIT 200");
    cd_buf_puts(out, tools_end);
}

static const char legend[] =
    "<p class=\"note\">Underlined is what both texts have: "
    "<span class=\"k-same\"><mark>same</mark></span> word for word, "
    "<span class=\"k-edited\"><mark>edited</mark></span>, "
    "<span class=\"k-contains\"><mark>contained</mark></span> in the other, "
    "<span class=\"k-reworded\"><mark>reworded</mark></span>. "
    "<strong class=\"differ\">Boxed</strong> is a number, name or date that "
    "differs. “Earliest seen” goes by the dates that the pages give; it does "
    "not say who copied whom.</p>\n";

static const char clusters[] =
    "SELECT c.rowid, c.cluster, c.size, c.chain, c.capped, "
    "(SELECT group_concat(kind, ' ') FROM (SELECT DISTINCT kind FROM copies p "
    "WHERE p.cluster = c.cluster AND kind <> 'template' ORDER BY kind)), "
    "m.articles, coalesce((SELECT round(max(score), 4) FROM copies p WHERE "
    "p.cluster = c.cluster AND kind <> 'template'), 0), m.sites, m.first, "
    "m.last FROM clusters c JOIN (SELECT cluster, count(DISTINCT article) AS "
    "articles, avg(coalesce(span_end - span_start, 1)) * (SELECT n * n "
    "FROM spread s WHERE s.cluster = cluster_members.cluster) AS weight, "
    "replace(group_concat(DISTINCT p.site), ',', ' ') AS sites, "
    "min(substr(a.published, 1, 10)) AS first, max(substr(a.published, 1, 10)) "
    "AS last FROM cluster_members JOIN articles a ON a.number = article "
    "JOIN places p ON p.number = article GROUP BY cluster "
    "ORDER BY 3 DESC, cluster LIMIT ?1) m USING (cluster) "
    "ORDER BY m.weight DESC, c.cluster";

/* Pairs of one frame with other facts are counted, not shown. */
static void
say_templates(struct cd_buf *out, struct cd_db *db)
{
    int64_t n =
        cd_query_one(db, "SELECT count(*) FROM copies WHERE kind = 'template'");

    if (n == 0)
        return;
    cd_buf_puts(out, "<p class=\"note\">Not shown, because they are no "
                     "copies: ");
    cd_html_count(out, (uint64_t)n);
    cd_buf_puts(out, n == 1 ? " pair that shares" : " pairs that share");
    cd_buf_puts(out, " a frame and tell other facts (kind "
                     "<code>template</code>): <code>SELECT * FROM copies WHERE "
                     "kind = 'template'</code></p>\n");
}

void
cd_report_copies(struct cd_buf *out, struct cd_db *db)
{
    struct cd_query *query = cd_query(db, clusters);
    size_t shown = 0, limit = out->n + CD_BYTES_COPIES;
    int64_t all = cd_query_one(db, "SELECT count(*) FROM clusters");

    if (all == 0)
        cd_buf_puts(out, "<p>No copied paragraphs were found.</p>\n");
    else {
        cd_buf_puts(out, legend);
        add_tools(out, db);
    }
    cd_html_printf(out, "<div id=\"copies-list\" data-step=\"%d\">\n",
                   CD_AT_ONCE_CARDS);
    cd_query_bind(query, 1, CD_SHOWN_CLUSTERS);
    for (; out->n < limit && cd_query_next(query); shown++) {
        if (shown == CD_AT_ONCE_CARDS)
            cd_buf_puts(out, "<noscript>\n");
        write_cluster(out, db, query);
    }
    cd_query_end(query);
    cd_buf_puts(out,
                shown > CD_AT_ONCE_CARDS ? "</noscript></div>\n" : "</div>\n");
    cd_report_left_out(out, shown, all, "SELECT * FROM copied_most");
    say_templates(out, db);
}
