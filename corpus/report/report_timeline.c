/* SPDX-License-Identifier: Apache-2.0 */
/* When each copied text was first seen, and where it went: a drawing of the
 * clusters that spread most, and a table. */
#include "corpus/report/report_section.h"

enum { LABELS = 330, WIDTH = 660, LINE = 26, TOP = 34 };

/* Clusters with copies between articles of which one at least has a date. */
#define SPREAD                                                                 \
    "SELECT m.cluster, min(substr(a.published, 1, 10)) AS first, "             \
    "max(substr(a.published, 1, 10)) AS last, count(DISTINCT m.article) AS "   \
    "articles, (SELECT count(DISTINCT article) FROM cluster_members n WHERE "  \
    "n.cluster = m.cluster) AS all_articles, m.article, m.span_start, "        \
    "m.span_end FROM cluster_members m JOIN articles a ON a.number = "         \
    "m.article WHERE julianday(substr(a.published, 1, 10)) IS NOT NULL "       \
    "GROUP BY m.cluster HAVING all_articles > 1"

/* The days that the drawing spans, as Julian days. */
struct axis {
    int64_t from, to;
};

static size_t
x_of(const struct axis *axis, int64_t day)
{
    int64_t span = axis->to > axis->from ? axis->to - axis->from : 1;

    return LABELS + (size_t)((day - axis->from) * WIDTH / span);
}

static void
draw_tick(struct cd_buf *out, struct cd_db *db, const struct axis *axis,
          int64_t day, size_t height)
{
    struct cd_query *date = cd_query(db, "SELECT date(?1)");

    cd_html_printf(out,
                   "<path d=\"M%zu %dV%zu\"/><text x=\"%zu\" y=\"%d\" "
                   "text-anchor=\"middle\">",
                   x_of(axis, day), TOP - 8, height, x_of(axis, day), TOP - 16);
    cd_query_bind(date, 1, day);
    if (cd_query_next(date))
        cd_html_text(out, cd_query_text(date, 0));
    cd_query_end(date);
    cd_buf_puts(out, "</text>");
}

static void
draw_axis(struct cd_buf *out, struct cd_db *db, const struct axis *axis,
          size_t height)
{
    int64_t days = axis->to - axis->from;
    int64_t steps = days < 4 ? days : 4;

    for (int64_t i = 0; i <= steps; i++)
        draw_tick(out, db, axis,
                  axis->from + (steps > 0 ? days * i / steps : 0), height);
}

static void
draw_dots(struct cd_buf *out, struct cd_db *db, const struct axis *axis,
          struct cd_query *row, size_t y)
{
    struct cd_query *query = cd_query(
        db, "SELECT CAST(julianday(substr(a.published, 1, 10)) + 0.5 AS "
            "INTEGER) AS day, count(*) FROM cluster_members m JOIN articles a "
            "ON a.number "
            "= m.article WHERE m.cluster = (SELECT cluster FROM "
            "cluster_members WHERE number = ?1) AND day IS NOT NULL GROUP BY "
            "day ORDER BY day");
    size_t first = 0, last = 0;

    cd_query_bind(query, 1, cd_query_int(row, 8));
    while (cd_query_next(query)) {
        last = x_of(axis, cd_query_int(query, 0));
        if (first == 0) {
            first = last;
            cd_html_printf(out,
                           "<rect class=\"seen\" x=\"%zu\" y=\"%zu\" "
                           "width=\"10\" height=\"10\"/>",
                           first - 5, y - 5);
            continue;
        }
        cd_html_printf(out, "<circle cx=\"%zu\" cy=\"%zu\" r=\"4\"/>", last, y);
    }
    cd_query_end(query);
    if (last > first)
        cd_html_printf(out, "<path class=\"life\" d=\"M%zu %zuH%zu\"/>", first,
                       y, last);
}

static void
draw_line(struct cd_buf *out, struct cd_db *db, const struct axis *axis,
          struct cd_query *row, size_t y)
{
    struct cd_buf text = { 0 };

    cd_report_slice(db, cd_query_int(row, 5), (size_t)cd_query_int(row, 6),
                    (size_t)cd_query_int(row, 7), &text);
    cd_html_printf(out, "<text x=\"%d\" y=\"%zu\" text-anchor=\"end\">",
                   LABELS - 16, y + 4);
    cd_html_label(out, cd_buf_str(&text), 44);
    cd_buf_puts(out, "</text>");
    draw_dots(out, db, axis, row, y);
    cd_buf_release(&text);
}

static const char shown_spread[] =
    "SELECT s.cluster, first, last, articles, all_articles, article, "
    "span_start, span_end, (SELECT min(number) FROM cluster_members n WHERE "
    "n.cluster = s.cluster) FROM (" SPREAD " ORDER BY all_articles DESC, "
    "first, m.cluster LIMIT ?1) s ORDER BY first, s.cluster";

static void
draw(struct cd_buf *out, struct cd_db *db)
{
    struct cd_query *query = cd_query(db, shown_spread);
    struct axis axis = {
        cd_query_one(db,
                     "SELECT CAST(min(julianday(first)) + 0.5 AS INTEGER) FROM "
                     "(" SPREAD ")"),
        cd_query_one(db,
                     "SELECT CAST(max(julianday(last)) + 0.5 AS INTEGER) FROM "
                     "(" SPREAD ")"),
    };
    int64_t all = cd_query_one(db, "SELECT count(*) FROM (" SPREAD ")");
    size_t lines = (size_t)(all < CD_SHOWN_MOMENTS ? all : CD_SHOWN_MOMENTS);
    size_t height = TOP + lines * LINE, line = 0;

    cd_html_printf(out,
                   "<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
                   "aria-label=\"Drawing of the timeline\">"
                   "<svg class=\"time\" width=\"%d\" height=\"%zu\" viewBox="
                   "\"0 0 %d %zu\" role=\"img\" aria-label=\"Timeline of "
                   "copied texts; the table below has the same dates\">",
                   LABELS + WIDTH + 50, height + 6, LABELS + WIDTH + 50,
                   height + 6);
    draw_axis(out, db, &axis, height);
    cd_query_bind(query, 1, CD_SHOWN_MOMENTS);
    for (; cd_query_next(query); line++)
        draw_line(out, db, &axis, query, TOP + line * LINE + LINE / 2);
    cd_query_end(query);
    cd_buf_puts(out, "</svg></div>\n");
}

static void
write_moment(struct cd_buf *out, struct cd_db *db, struct cd_query *row)
{
    struct cd_buf text = { 0 };

    cd_buf_puts(out, "<tr><td class=\"date\">");
    cd_html_text(out, cd_query_text(row, 1));
    cd_buf_puts(out, "</td><td class=\"date\">");
    cd_html_text(out, cd_query_text(row, 2));
    cd_html_printf(out, "</td><td class=\"number\">%lld</td><td>",
                   (long long)cd_query_int(row, 4));
    cd_report_where(out, db, cd_query_int(row, 5));
    cd_buf_puts(out, "</td><td class=\"words\" dir=\"auto\">");
    cd_report_slice(db, cd_query_int(row, 5), (size_t)cd_query_int(row, 6),
                    (size_t)cd_query_int(row, 7), &text);
    cd_html_label(out, cd_buf_str(&text), 120);
    cd_buf_puts(out, "</td></tr>\n");
    cd_buf_release(&text);
}

static void
tabulate(struct cd_buf *out, struct cd_db *db)
{
    struct cd_query *query = cd_query(db, shown_spread);
    size_t shown = 0;

    cd_buf_puts(out, "<details class=\"more\"><summary>The same as a table"
                     "</summary>\n");
    cd_report_table(out, "Timeline", " class=\"sort\"",
                    "<tr><th scope=\"col\">Earliest seen</th><th "
                    "scope=\"col\">Last seen</th><th scope=\"col\" "
                    "class=\"number\">Articles</th><th scope=\"col\">First in"
                    "</th><th scope=\"col\">Begins</th></tr>");
    cd_query_bind(query, 1, CD_SHOWN_ROWS);
    for (; cd_query_next(query); shown++)
        write_moment(out, db, query);
    cd_query_end(query);
    cd_report_table_end(out);
    cd_report_left_out(out, shown,
                       cd_query_one(db, "SELECT count(*) FROM (" SPREAD ")"),
                       "SELECT * FROM copied_most");
    cd_buf_puts(out, "</details>\n");
}

void
cd_report_timeline(struct cd_buf *out, struct cd_db *db)
{
    static const char undated[] =
        "SELECT count(DISTINCT article) FROM cluster_members m JOIN articles "
        "a ON a.number = m.article WHERE published IS NULL";
    int64_t all = cd_query_one(db, "SELECT count(*) FROM (" SPREAD ")");
    int64_t missing = cd_query_one(db, undated);

    if (all == 0) {
        cd_buf_puts(out, "<p>No copies between dated articles.</p>\n");
    } else {
        cd_buf_puts(out, "<p class=\"note\">Texts that stand in several "
                         "articles: a square where each was seen first, a dot "
                         "for each later day.</p>\n");
        draw(out, db);
        cd_report_left_out(out, CD_SHOWN_MOMENTS, all,
                           "SELECT * FROM copied_most");
        tabulate(out, db);
    }
    if (missing > 0) {
        cd_buf_puts(out, "<p class=\"warn\">");
        cd_html_count(out, (uint64_t)missing);
        cd_buf_puts(out, missing == 1
                             ? " article with copies gives no date and is "
                               "left out here.</p>\n"
                             : " articles with copies give no date and are "
                               "left out here.</p>\n");
    }
}
