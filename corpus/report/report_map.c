/* SPDX-License-Identifier: Apache-2.0 */
/* Who shares copied paragraphs with whom, as a drawing and as a table. */
#include <stdlib.h>

#include "corpus/report/report_section.h"

/* Names stand beside the rows of up to NAMED. */
enum { MOST = 200, NAMED = 40, SIDE = 800, TOP = 28 };

/* Articles that share copies, or sites if there are too many articles. */
struct cast {
    bool sites;
    int64_t ids[MOST];
    size_t count;
    size_t parent[MOST]; /* those that share lead to one root */
    int64_t most;        /* paragraphs that two of them share */
    size_t cell, left;   /* of the drawing: pixels */
};

/* One of those that are to be put in order. */
struct place {
    int64_t id, least; /* the least id of its company */
    size_t size;       /* how many they are */
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

static size_t
add_to_cast(struct cast *cast, int64_t id)
{
    size_t place = place_of(cast, id);

    if (place != SIZE_MAX || cast->count == MOST)
        return place;
    cast->parent[cast->count] = cast->count;
    cast->ids[cast->count] = id;
    return cast->count++;
}

static size_t
root_of(const struct cast *cast, size_t at)
{
    while (cast->parent[at] != at)
        at = cast->parent[at];
    return at;
}

static int
by_company(const void *a, const void *b)
{
    const struct place *x = a, *y = b;

    if (x->size != y->size)
        return x->size < y->size ? 1 : -1;
    if (x->least != y->least)
        return x->least > y->least ? 1 : -1;
    return (x->id > y->id) - (x->id < y->id);
}

static struct place
find_place(const struct cast *cast, size_t at)
{
    struct place place = { cast->ids[at], INT64_MAX, 0 };

    for (size_t i = 0; i < cast->count; i++) {
        if (root_of(cast, at) != root_of(cast, i))
            continue;
        place.size++;
        if (cast->ids[i] < place.least)
            place.least = cast->ids[i];
    }
    return place;
}

/* Those that share stand together, the largest company first. */
static void
put_in_order(struct cast *cast)
{
    struct place places[MOST];

    for (size_t i = 0; i < cast->count; i++)
        places[i] = find_place(cast, i);
    if (cast->count > 0)
        qsort(places, cast->count, sizeof(places[0]), by_company);
    for (size_t i = 0; i < cast->count; i++)
        cast->ids[i] = places[i].id;
}

static void
find_cast(struct cd_db *db, struct cast *cast)
{
    struct cd_query *query = shared(db, cast);

    while (cd_query_next(query)) {
        size_t x = add_to_cast(cast, cd_query_int(query, 0));
        size_t y = add_to_cast(cast, cd_query_int(query, 1));

        if (x != SIZE_MAX && y != SIZE_MAX)
            cast->parent[root_of(cast, x)] = root_of(cast, y);
        if (cd_query_int(query, 2) > cast->most)
            cast->most = cd_query_int(query, 2);
    }
    cd_query_end(query);
    put_in_order(cast);
    cast->cell = cast->count <= NAMED ? 18 : SIDE / cast->count;
    cast->left = cast->count <= NAMED ? 300 : 40;
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

        cd_html_label(out, name.n > 0 ? name : CD_STR("no site given"), 34);
    }
    cd_query_end(query);
}

static void
draw_cell(struct cd_buf *out, struct cd_db *db, const struct cast *cast,
          size_t column, size_t row, int64_t n)
{
    cd_html_printf(out,
                   "<rect x=\"%zu\" y=\"%zu\" width=\"%zu\" height=\"%zu\" "
                   "fill-opacity=\"%.2f\"><title>%zu: ",
                   cast->left + column * cast->cell, TOP + row * cast->cell,
                   cast->cell - 1, cast->cell - 1,
                   0.4 + 0.6 * (double)n / (double)cast->most, row + 1);
    name_of(out, db, cast, cast->ids[row]);
    cd_html_printf(out, "\n%zu: ", column + 1);
    name_of(out, db, cast, cast->ids[column]);
    cd_html_printf(out, "\n%lld shared</title></rect>", (long long)n);
}

/* The name and number of a row, or of every tenth its number. */
static void
draw_label(struct cd_buf *out, struct cd_db *db, const struct cast *cast,
           size_t i)
{
    size_t middle = i * cast->cell + cast->cell / 2;

    if (cast->count > NAMED && i > 0 && (i + 1) % 10 != 0)
        return;
    cd_html_printf(out, "<text x=\"%zu\" y=\"%zu\" text-anchor=\"end\">",
                   cast->left - 8, TOP + middle + 4);
    if (cast->count <= NAMED) {
        name_of(out, db, cast, cast->ids[i]);
        cd_buf_puts(out, " ");
    }
    cd_html_printf(out,
                   "%zu</text><text x=\"%zu\" y=\"%d\" "
                   "text-anchor=\"middle\">%zu</text>",
                   i + 1, cast->left + middle, TOP - 8, i + 1);
}

static void
draw_sheet(struct cd_buf *out, const struct cast *cast)
{
    size_t side = cast->count * cast->cell;
    size_t width = cast->left + side + 20, height = TOP + side + 4;

    cd_html_printf(out,
                   "<svg class=\"map\" width=\"%zu\" height=\"%zu\" viewBox="
                   "\"0 0 %zu %zu\" role=\"img\" aria-label=\"Matrix of shared "
                   "paragraphs; the table below has the same figures\">"
                   "<path class=\"sheet\" d=\"M%zu %dh%zuv%zuh-%zuz\"/>",
                   width, height, width, height, cast->left - 2, TOP - 2,
                   side + 3, side + 3, side + 3);
}

static void
draw(struct cd_buf *out, struct cd_db *db, const struct cast *cast)
{
    struct cd_query *query = shared(db, cast);

    cd_buf_puts(out, "<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
                     "aria-label=\"Drawing of shared paragraphs\">");
    draw_sheet(out, cast);
    for (size_t i = 0; i < cast->count; i++)
        draw_label(out, db, cast, i);
    while (cd_query_next(query)) {
        size_t x = place_of(cast, cd_query_int(query, 0));
        size_t y = place_of(cast, cd_query_int(query, 1));

        if (x == SIZE_MAX || y == SIZE_MAX)
            continue;
        draw_cell(out, db, cast, x, y, cd_query_int(query, 2));
        if (x != y)
            draw_cell(out, db, cast, y, x, cd_query_int(query, 2));
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

/* Too many articles to draw, and one site: a matrix of one field. */
static void
say_alone(struct cd_buf *out, struct cd_db *db, const struct cast *cast)
{
    cd_buf_puts(out, "<p>Not drawn: more articles share paragraphs than can be "
                     "drawn, and all of them are of one site");
    if (cd_query_one(db, "SELECT count(*) FROM origins WHERE name <> ''") > 0) {
        cd_buf_puts(out, ", ");
        name_of(out, db, cast, cast->ids[0]);
    } else {
        cd_buf_puts(out, ", since none names its site");
    }
    cd_buf_puts(out, ". The clusters under Copies name them all.</p>\n");
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
    if (cast.count == 1) {
        say_alone(out, db, &cast);
        return;
    }
    cd_html_printf(out,
                   "<p class=\"note\">How many paragraphs two %s share: the "
                   "stronger the colour, the more. Those that share stand "
                   "together. The most is ",
                   cast.sites ? "sites" : "articles");
    cd_html_count(out, (uint64_t)cast.most);
    cd_buf_puts(out, ".</p>\n");
    draw(out, db, &cast);
    if (cast.sites)
        say_cut(out, cd_query_one(db, sites), "sites");
    tabulate(out, db, &cast);
}
