/* SPDX-License-Identifier: Apache-2.0 */
/* Who shares copied paragraphs with whom, as a drawing and as a table; and
 * when each copy was first seen. */
#include <stdlib.h>

#include "corpus/report_section.h"

enum { MOST = 200, CELL = 16, LABELS = 250, TOP = 28 };

/* Articles that share copies, or sites if there are too many articles. */
struct cast {
    int64_t ids[MOST];
    size_t count;
};

#define BY_ARTICLE                                                             \
    "SELECT a_article AS x, b_article AS y, count(*) AS n FROM copies WHERE "  \
    "a_article <> b_article AND kind <> 'template' GROUP BY 1, 2"
/* A site stands for itself by its first article. */
#define BY_SITE                                                                \
    "SELECT min(x, y) AS x, max(x, y) AS y, sum(n) AS n FROM (SELECT "         \
    "(SELECT min(number) FROM articles s WHERE coalesce(s.site, s.source) = "  \
    "coalesce(a.site, a.source)) AS x, (SELECT min(number) FROM articles s "   \
    "WHERE coalesce(s.site, s.source) = coalesce(b.site, b.source)) AS y, n "  \
    "FROM (" BY_ARTICLE                                                        \
    ") p JOIN articles a ON a.number = p.x JOIN articles b "                   \
    "ON b.number = p.y) GROUP BY 1, 2"

static size_t
place_of(const struct cast *cast, int64_t id)
{
    for (size_t i = 0; i < cast->count; i++) {
        if (cast->ids[i] == id)
            return i;
    }
    return SIZE_MAX;
}

static void
add_to_cast(struct cast *cast, int64_t id)
{
    if (cast->count < MOST && place_of(cast, id) == SIZE_MAX)
        cast->ids[cast->count++] = id;
}

static int
by_id(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

    return (x > y) - (x < y);
}

static int64_t
find_cast(struct cd_db *db, const char *sql, struct cast *cast)
{
    struct cd_query *query = cd_query(db, sql);
    int64_t most = 1;

    while (cd_query_next(query)) {
        add_to_cast(cast, cd_query_int(query, 0));
        add_to_cast(cast, cd_query_int(query, 1));
        if (cd_query_int(query, 2) > most)
            most = cd_query_int(query, 2);
    }
    cd_query_end(query);
    if (cast->count > 0)
        qsort(cast->ids, cast->count, sizeof(cast->ids[0]), by_id);
    return most;
}

static void
name_of(struct cd_buf *out, struct cd_db *db, int64_t id, bool site)
{
    struct cd_query *query = cd_query(
        db,
        site ? "SELECT coalesce(site, source) FROM articles WHERE number = ?1"
             : "SELECT coalesce(title, id) FROM articles WHERE number = ?1");

    cd_query_bind(query, 1, id);
    if (cd_query_next(query))
        cd_html_label(out, cd_query_text(query, 0), 34);
    cd_query_end(query);
}

static void
draw_cell(struct cd_buf *out, size_t column, size_t row, double share)
{
    cd_html_printf(out,
                   "<rect x=\"%zu\" y=\"%zu\" width=\"%d\" height=\"%d\" "
                   "fill-opacity=\"%.2f\"/>",
                   LABELS + column * CELL, TOP + row * CELL, CELL - 2, CELL - 2,
                   0.25 + 0.75 * share);
}

static void
draw(struct cd_buf *out, struct cd_db *db, const char *sql,
     const struct cast *cast, int64_t most, bool site)
{
    struct cd_query *query = cd_query(db, sql);
    size_t side = cast->count * CELL;

    cd_html_printf(out,
                   "<svg class=\"map\" width=\"%zu\" height=\"%zu\" viewBox="
                   "\"0 0 %zu %zu\" role=\"img\" aria-label=\"Matrix of shared "
                   "paragraphs; the table below has the same figures\">",
                   LABELS + side + CELL, TOP + side + CELL,
                   LABELS + side + CELL, TOP + side + CELL);
    for (size_t i = 0; i < cast->count; i++) {
        cd_html_printf(out,
                       "<text x=\"%d\" y=\"%zu\" text-anchor=\"end\">"
                       "%zu. ",
                       LABELS - 6, TOP + i * CELL + 11, i + 1);
        name_of(out, db, cast->ids[i], site);
        cd_html_printf(out,
                       "</text><text x=\"%zu\" y=\"%d\" "
                       "text-anchor=\"middle\">%zu</text>",
                       LABELS + i * CELL + CELL / 2 - 1, TOP - 8, i + 1);
    }
    while (cd_query_next(query)) {
        size_t x = place_of(cast, cd_query_int(query, 0));
        size_t y = place_of(cast, cd_query_int(query, 1));
        double share = (double)cd_query_int(query, 2) / (double)most;

        if (x == SIZE_MAX || y == SIZE_MAX)
            continue;
        draw_cell(out, x, y, share);
        if (x != y)
            draw_cell(out, y, x, share);
    }
    cd_query_end(query);
    cd_buf_puts(out, "</svg>\n");
}

static void
tabulate(struct cd_buf *out, struct cd_db *db, const char *sql, bool site)
{
    struct cd_query *query = cd_query(db, sql);
    size_t shown = 0;

    cd_buf_puts(out, "<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
                     "aria-label=\"Shared paragraphs\">"
                     "<table class=\"sort\"><thead><tr><th scope=\"col\">One"
                     "</th><th scope=\"col\">Other</th><th scope=\"col\" "
                     "class=\"number\">Shared paragraphs</th></tr></thead>"
                     "<tbody>\n");
    for (; shown < CD_SHOWN_GROUPS && cd_query_next(query); shown++) {
        for (int i = 0; i < 2; i++) {
            cd_buf_puts(out, i == 0 ? "<tr><td>" : "<td>");
            if (site)
                name_of(out, db, cd_query_int(query, i), true);
            else
                cd_report_where(out, db, cd_query_int(query, i));
            cd_buf_puts(out, "</td>");
        }
        cd_html_printf(out, "<td class=\"number\">%lld</td></tr>\n",
                       (long long)cd_query_int(query, 2));
    }
    cd_query_end(query);
    cd_buf_puts(out, "</tbody></table></div>\n");
    if (shown == CD_SHOWN_GROUPS)
        cd_buf_puts(out, "<p class=\"note\">More are in the table copies of "
                         "copydesk.sqlite.</p>\n");
}

void
cd_report_map(struct cd_buf *out, struct cd_db *db)
{
    static const char articles[] =
        "SELECT count(*) FROM (SELECT a_article FROM copies WHERE a_article <> "
        "b_article "
        "UNION SELECT b_article FROM copies WHERE a_article <> b_article)";
    bool site = cd_query_one(db, articles) > MOST;
    const char *sql = site ? BY_SITE : BY_ARTICLE;
    struct cast cast = { .count = 0 };
    int64_t most = find_cast(db, sql, &cast);

    if (cast.count == 0) {
        cd_buf_puts(out, "<p>No two articles share a paragraph.</p>\n");
        return;
    }
    cd_html_printf(out,
                   "<p>Paragraphs that %s share; the darker, the more."
                   "</p>\n",
                   site ? "sites" : "articles");
    draw(out, db, sql, &cast, most, site);
    tabulate(out, db, sql, site);
}

/* ---- timeline --------------------------------------------------------- */

static void
write_moment(struct cd_buf *out, struct cd_db *db, struct cd_query *row)
{
    struct cd_buf text = { 0 };

    cd_buf_puts(out, "<tr><td class=\"date\">");
    cd_html_text(out, cd_query_text(row, 0));
    cd_buf_puts(out, "</td><td class=\"date\">");
    cd_html_text(out, cd_query_text(row, 1));
    cd_html_printf(out, "</td><td class=\"number\">%lld</td><td>",
                   (long long)cd_query_int(row, 2));
    cd_report_where(out, db, cd_query_int(row, 3));
    cd_buf_puts(out, "</td><td class=\"words\" dir=\"auto\">");
    cd_report_slice(db, cd_query_int(row, 3), (size_t)cd_query_int(row, 4),
                    (size_t)cd_query_int(row, 5), &text);
    cd_html_bdi(out, cd_buf_str(&text), 140);
    cd_buf_puts(out, "</td></tr>\n");
    cd_buf_release(&text);
}

void
cd_report_timeline(struct cd_buf *out, struct cd_db *db)
{
    static const char undated[] =
        "SELECT count(DISTINCT article) FROM cluster_members m JOIN articles "
        "a ON a.number = m.article WHERE published IS NULL";
    struct cd_query *query = cd_query(
        db, "SELECT min(substr(a.published, 1, 10)), (SELECT "
            "max(substr(z.published, 1, 10)) FROM cluster_members n JOIN "
            "articles z ON z.number = n.article WHERE n.cluster = m.cluster), "
            "count(DISTINCT m.article), m.article, m.span_start, m.span_end "
            "FROM cluster_members m JOIN articles a ON a.number = m.article "
            "WHERE a.published IS NOT NULL GROUP BY m.cluster "
            "HAVING count(DISTINCT m.article) > 1 ORDER BY 1, m.cluster LIMIT "
            "?1");
    int64_t missing = cd_query_one(db, undated);
    size_t shown = 0;

    cd_query_bind(query, 1, CD_SHOWN_GROUPS);
    for (; cd_query_next(query); shown++) {
        if (shown == 0)
            cd_buf_puts(out, "<div class=\"scroll\" tabindex=\"0\" "
                             "role=\"region\" aria-label=\"Timeline\">"
                             "<table class=\"sort\"><thead><tr>"
                             "<th scope=\"col\">Earliest seen</th>"
                             "<th scope=\"col\">Last seen</th>"
                             "<th scope=\"col\" class=\"number\">Articles</th>"
                             "<th scope=\"col\">First in</th>"
                             "<th scope=\"col\">Begins</th></tr></thead>"
                             "<tbody>\n");
        write_moment(out, db, query);
    }
    cd_query_end(query);
    cd_buf_puts(out, shown > 0 ? "</tbody></table></div>\n"
                               : "<p>No copies between dated articles.</p>\n");
    if (missing > 0) {
        cd_buf_puts(out, "<p class=\"note\">");
        cd_html_count(out, (uint64_t)missing);
        cd_buf_puts(out, missing == 1
                             ? " article with copies gives no date and is "
                               "left out here.</p>\n"
                             : " articles with copies give no date and are "
                               "left out here.</p>\n");
    }
}
