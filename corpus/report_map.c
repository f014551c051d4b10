/* SPDX-License-Identifier: Apache-2.0 */
/* Who shares copied paragraphs with whom, as a drawing and as a table. */
#include <stdlib.h>

#include "corpus/report_section.h"

enum { MOST = 200, CELL = 18, LABELS = 300, TOP = 28 };

/* Articles that share copies, or sites if there are too many articles. */
struct cast {
    bool sites;
    int64_t ids[MOST]; /* ascending */
    size_t count;
    int64_t most; /* paragraphs that two of them share */
};

#define BY_ARTICLE                                                             \
    "SELECT a_article AS x, b_article AS y, count(*) AS n FROM copies WHERE "  \
    "a_article <> b_article AND kind <> 'template' GROUP BY 1, 2"
#define BY_SITE                                                                \
    "SELECT min(a.site, b.site) AS x, max(a.site, b.site) AS y, sum(n) AS n "  \
    "FROM (" BY_ARTICLE ") p JOIN places a ON a.number = p.x JOIN places b "   \
    "ON b.number = p.y GROUP BY 1, 2"

static struct cd_query *
shared(struct cd_db *db, const struct cast *cast)
{
    return cd_query(db, cast->sites ? BY_SITE " ORDER BY 3 DESC, 1, 2"
                                    : BY_ARTICLE " ORDER BY 3 DESC, 1, 2");
}

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

static void
find_cast(struct cd_db *db, struct cast *cast)
{
    struct cd_query *query = shared(db, cast);

    while (cd_query_next(query)) {
        add_to_cast(cast, cd_query_int(query, 0));
        add_to_cast(cast, cd_query_int(query, 1));
        if (cd_query_int(query, 2) > cast->most)
            cast->most = cd_query_int(query, 2);
    }
    cd_query_end(query);
    if (cast->count > 0)
        qsort(cast->ids, cast->count, sizeof(cast->ids[0]), by_id);
}

static void
name_of(struct cd_buf *out, struct cd_db *db, const struct cast *cast,
        int64_t id)
{
    struct cd_query *query = cd_query(
        db, cast->sites
                ? "SELECT name FROM origins WHERE id = ?1"
                : "SELECT coalesce(nullif(title, ''), id) FROM articles WHERE "
                  "number = ?1");

    cd_query_bind(query, 1, id);
    if (cd_query_next(query)) {
        struct cd_str name = cd_query_text(query, 0);

        cd_html_label(out, name.n > 0 ? name : CD_STR("no site given"), 38);
    }
    cd_query_end(query);
}

static void
draw_cell(struct cd_buf *out, size_t column, size_t row, double share)
{
    cd_html_printf(out,
                   "<rect x=\"%zu\" y=\"%zu\" width=\"%d\" height=\"%d\" "
                   "fill-opacity=\"%.2f\"/>",
                   LABELS + column * CELL, TOP + row * CELL, CELL - 2, CELL - 2,
                   0.3 + 0.7 * share);
}

static void
draw_labels(struct cd_buf *out, struct cd_db *db, const struct cast *cast)
{
    size_t side = cast->count * CELL;

    for (size_t i = 0; i < cast->count; i++) {
        cd_html_printf(out, "<text x=\"%d\" y=\"%zu\" text-anchor=\"end\">",
                       LABELS - 8, TOP + i * CELL + 12);
        name_of(out, db, cast, cast->ids[i]);
        cd_html_printf(out,
                       " %zu</text><text x=\"%zu\" y=\"%d\" "
                       "text-anchor=\"middle\">%zu</text>"
                       "<path d=\"M%d %zuh%zu\"/>",
                       i + 1, LABELS + i * CELL + CELL / 2 - 1, TOP - 8, i + 1,
                       LABELS, TOP + i * CELL + CELL - 1, side);
    }
}

static void
draw(struct cd_buf *out, struct cd_db *db, const struct cast *cast)
{
    struct cd_query *query = shared(db, cast);
    size_t side = cast->count * CELL;

    cd_html_printf(out,
                   "<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
                   "aria-label=\"Drawing of shared paragraphs\">"
                   "<svg class=\"map\" width=\"%zu\" height=\"%zu\" viewBox="
                   "\"0 0 %zu %zu\" role=\"img\" aria-label=\"Matrix of shared "
                   "paragraphs; the table below has the same figures\">",
                   LABELS + side + CELL, TOP + side + CELL,
                   LABELS + side + CELL, TOP + side + CELL);
    draw_labels(out, db, cast);
    while (cd_query_next(query)) {
        size_t x = place_of(cast, cd_query_int(query, 0));
        size_t y = place_of(cast, cd_query_int(query, 1));
        double share = (double)cd_query_int(query, 2) / (double)cast->most;

        if (x == SIZE_MAX || y == SIZE_MAX)
            continue;
        draw_cell(out, x, y, share);
        if (x != y)
            draw_cell(out, y, x, share);
    }
    cd_query_end(query);
    cd_buf_puts(out, "</svg></div>\n");
}

static void
write_row(struct cd_buf *out, struct cd_db *db, const struct cast *cast,
          struct cd_query *row)
{
    for (int i = 0; i < 2; i++) {
        size_t place = place_of(cast, cd_query_int(row, i));

        cd_buf_puts(out, i == 0 ? "<tr><td>" : "<td>");
        if (place != SIZE_MAX)
            cd_html_printf(out, "<small>%zu</small> ", place + 1);
        if (cast->sites)
            name_of(out, db, cast, cd_query_int(row, i));
        else
            cd_report_where(out, db, cd_query_int(row, i));
        cd_buf_puts(out, "</td>");
    }
    cd_buf_puts(out, "<td class=\"number\">");
    cd_html_count(out, (uint64_t)cd_query_int(row, 2));
    cd_buf_puts(out, "</td></tr>\n");
}

static void
tabulate(struct cd_buf *out, struct cd_db *db, const struct cast *cast)
{
    struct cd_query *query = shared(db, cast);
    size_t shown = 0;
    int64_t all =
        cd_query_one(db, cast->sites ? "SELECT count(*) FROM (" BY_SITE ")"
                                     : "SELECT count(*) FROM (" BY_ARTICLE ")");

    cd_buf_puts(out, "<details class=\"more\"><summary>The same as a table"
                     "</summary>\n");
    cd_report_table(out, "Shared paragraphs", " class=\"sort\"",
                    "<tr><th scope=\"col\">One</th><th scope=\"col\">Other"
                    "</th><th scope=\"col\" class=\"number\">Shared "
                    "paragraphs</th></tr>");
    for (; shown < CD_SHOWN_ROWS && cd_query_next(query); shown++)
        write_row(out, db, cast, query);
    cd_query_end(query);
    cd_report_table_end(out);
    cd_report_left_out(out, shown, all,
                       "SELECT a, b, count(*) FROM copies WHERE a <> b AND "
                       "kind <> 'template' GROUP BY 1, 2 ORDER BY 3 DESC");
    cd_buf_puts(out, "</details>\n");
}

/* Of so many articles or sites, those with most copies are drawn. */
static void
say_cut(struct cd_buf *out, int64_t all, const char *what)
{
    if (all <= MOST)
        return;
    cd_html_printf(out,
                   "<p class=\"note\">Drawn are the %d %s that share most, "
                   "of ",
                   MOST, what);
    cd_html_count(out, (uint64_t)all);
    cd_buf_puts(out, ".</p>\n");
}

void
cd_report_map(struct cd_buf *out, struct cd_db *db)
{
    static const char articles[] =
        "SELECT count(*) FROM (SELECT x FROM (" BY_ARTICLE
        ") UNION SELECT y FROM (" BY_ARTICLE "))";
    static const char sites[] = "SELECT count(*) FROM (SELECT x FROM (" BY_SITE
                                ") UNION SELECT y FROM (" BY_SITE "))";
    struct cast cast = { .sites = cd_query_one(db, articles) > MOST,
                         .most = 1 };

    find_cast(db, &cast);
    if (cast.count == 0) {
        cd_buf_puts(out, "<p>No two articles share a paragraph.</p>\n");
        return;
    }
    cd_html_printf(out,
                   "<p class=\"note\">How many paragraphs two %s share: the "
                   "stronger the colour, the more. The most is ",
                   cast.sites ? "sites" : "articles");
    cd_html_count(out, (uint64_t)cast.most);
    cd_buf_puts(out, ".</p>\n");
    draw(out, db, &cast);
    if (cast.sites)
        say_cut(out, cd_query_one(db, sites), "sites");
    tabulate(out, db, &cast);
}
