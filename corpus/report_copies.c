/* SPDX-License-Identifier: Apache-2.0 */
/* Clusters of copied text, their members and their most telling pairs. */
#include "corpus/report_mark.h"
#include "corpus/report_section.h"

/* One side of a pair. */
struct side {
    int64_t doc;
    size_t start, end;
    struct cd_buf text;
    struct cd_marked marked;
};

static void
load_side(struct cd_db *db, struct side *side, struct cd_query *pair, int at)
{
    side->doc = cd_query_int(pair, at);
    side->start = (size_t)cd_query_int(pair, at + 1);
    side->end = (size_t)cd_query_int(pair, at + 2);
    cd_report_slice(db, side->doc, side->start, side->end, &side->text);
    side->marked = (struct cd_marked){ .text = cd_buf_str(&side->text) };
}

static void
release_side(struct side *side)
{
    cd_mark_release(&side->marked);
    cd_buf_release(&side->text);
}

static void
mark_aligned(struct cd_db *db, struct side *side, int64_t start, int64_t end)
{
    struct cd_str text = side->marked.text;

    if (start >= (int64_t)side->start && end >= start)
        cd_mark_span(&side->marked,
                     cd_report_byte(db, text, (size_t)start - side->start),
                     cd_report_byte(db, text, (size_t)end - side->start),
                     CD_MARK_ALIGNED);
}

/* Marks what the aligner found in both sides. */
static void
mark_spans(struct cd_db *db, int64_t pair, struct side *a, struct side *b)
{
    struct cd_query *query = cd_query(
        db, "SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), "
            "json_extract(value, '$[2]'), json_extract(value, '$[3]') "
            "FROM copies, json_each(copies.spans) WHERE copies.number = ?1");

    cd_query_bind(query, 1, pair);
    while (cd_query_next(query)) {
        mark_aligned(db, a, cd_query_int(query, 0), cd_query_int(query, 1));
        mark_aligned(db, b, cd_query_int(query, 2), cd_query_int(query, 3));
    }
    cd_query_end(query);
}

/* Lists and marks the facts that differ; returns how many there are. */
static size_t
mark_facts(struct cd_buf *list, struct cd_db *db, int64_t pair, struct side *a,
           struct side *b)
{
    struct cd_query *query = cd_query(
        db, "SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), "
            "json_extract(value, '$[2]') FROM copies, "
            "json_each(copies.facts_differ) WHERE copies.number = ?1");
    size_t n = 0;

    cd_query_bind(query, 1, pair);
    while (cd_query_next(query)) {
        cd_mark_words(&a->marked, cd_query_text(query, 0), CD_MARK_DIFFERS);
        cd_mark_words(&b->marked, cd_query_text(query, 1), CD_MARK_DIFFERS);
        cd_buf_puts(list, "<li>");
        cd_html_text(list, cd_query_text(query, 2));
        cd_buf_puts(list, ": <strong class=\"differ\">");
        cd_html_bdi(list, cd_query_text(query, 0), 120);
        cd_buf_puts(list, "</strong> against <strong class=\"differ\">");
        cd_html_bdi(list, cd_query_text(query, 1), 120);
        cd_buf_puts(list, "</strong></li>\n");
        n++;
    }
    cd_query_end(query);
    return n;
}

static void
write_side(struct cd_buf *out, struct cd_db *db, const struct side *side,
           bool earliest)
{
    cd_buf_puts(out, "<div><p class=\"from\">");
    cd_report_where(out, db, side->doc);
    cd_buf_puts(out, earliest ? " <span>(earliest seen)</span></p>" : "</p>");
    cd_buf_puts(out, "<blockquote dir=\"auto\">");
    cd_mark_write(out, &side->marked);
    cd_buf_puts(out, "</blockquote></div>\n");
}

/* pair: rowid, kind, score, earliest, a's doc, start, end, b's likewise. */
static void
write_pair(struct cd_buf *out, struct cd_db *db, struct cd_query *pair)
{
    struct side a = { 0 }, b = { 0 };
    struct cd_buf facts = { 0 };
    struct cd_str earliest = cd_query_text(pair, 3);
    size_t differ;

    load_side(db, &a, pair, 4);
    load_side(db, &b, pair, 7);
    mark_spans(db, cd_query_int(pair, 0), &a, &b);
    differ = mark_facts(&facts, db, cd_query_int(pair, 0), &a, &b);
    cd_buf_puts(out, "<div class=\"k-");
    cd_html_text(out, cd_query_text(pair, 1));
    cd_buf_puts(out, "\">\n");
    if (differ > 0) {
        cd_buf_puts(out, "<h4>What differs</h4><ul class=\"facts\">\n");
        cd_buf_add(out, cd_buf_str(&facts));
        cd_buf_puts(out, "</ul>\n");
    }
    cd_buf_puts(out, "<div class=\"pair\">\n");
    write_side(out, db, &a, cd_str_is(earliest, "a"));
    write_side(out, db, &b, cd_str_is(earliest, "b"));
    cd_buf_puts(out, "</div></div>\n");
    cd_buf_release(&facts);
    release_side(&a);
    release_side(&b);
}

#define PAIR_COLUMNS                                                           \
    "number, kind, score, CASE earliest WHEN a THEN 'a' WHEN b THEN 'b' "      \
    "END, a_article, a_span_start, a_span_end, "                               \
    "b_article, b_span_start, b_span_end"

static void
write_pairs(struct cd_buf *out, struct cd_db *db, int64_t row)
{
    struct cd_query *query = cd_query(
        db, "SELECT " PAIR_COLUMNS " FROM copies WHERE cluster = (SELECT "
            "cluster FROM clusters WHERE rowid = ?1) ORDER BY "
            "json_array_length(facts_differ) > 0 DESC, score DESC, number "
            "LIMIT ?2");

    cd_query_bind(query, 1, row);
    cd_query_bind(query, 2, CD_SHOWN_PAIRS);
    while (cd_query_next(query))
        write_pair(out, db, query);
    cd_query_end(query);
}

static void
write_members(struct cd_buf *out, struct cd_db *db, int64_t row, size_t size)
{
    struct cd_query *query = cd_query(
        db, "SELECT article, block FROM cluster_members WHERE cluster = "
            "(SELECT cluster FROM clusters WHERE rowid = ?1) "
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

/* row: rowid, cluster, size, chain, capped, kinds, the same to read, articles */
static void
write_cluster(struct cd_buf *out, struct cd_db *db, struct cd_query *row)
{
    size_t size = (size_t)cd_query_int(row, 2);

    cd_buf_puts(out, "<article class=\"card\" data-row data-kind=\"");
    cd_html_text(out, cd_query_text(row, 5));
    cd_buf_puts(out, "\" data-place=\"");
    cd_buf_puts(out, cd_query_int(row, 7) == 1 ? "inside" : "across");
    cd_buf_puts(out, "\">\n<header><h3>");
    cd_html_printf(out, "%zu paragraphs in ", size);
    cd_html_count(out, (uint64_t)cd_query_int(row, 7));
    cd_buf_puts(out, cd_query_int(row, 7) == 1 ? " article" : " articles");
    cd_buf_puts(out, "</h3> <span class=\"kind\">");
    cd_html_text(out, cd_query_text(row, 6));
    cd_buf_puts(out, "</span>");
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
    if (size > 2)
        write_members(out, db, cd_query_int(row, 0), size);
    cd_buf_puts(out, "</article>\n");
}

static void
add_tools(struct cd_buf *out)
{
    cd_buf_puts(
        out,
        "<form class=\"tools\" data-for=\"copies-list\" hidden>\n"
        "<label>Search <input type=\"search\" name=\"search\"></label>\n"
        "<label>Kind <select name=\"kind\"><option value=\"\">all</option>"
        "<option>same</option><option>edited</option><option>reworded</option>"
        "<option>contains</option></select></label>\n"
        "<label>Where <select name=\"place\"><option value=\"\">all</option>"
        "<option value=\"inside\">inside one article</option>"
        "<option value=\"across\">across articles</option></select></label>\n"
        "<button type=\"reset\">Show all</button> <output></output></form>\n");
}

static const char legend[] =
    "<p class=\"note\">Underlined is what both texts have: "
    "<span class=\"k-same\"><mark>same</mark></span> word for word, "
    "<span class=\"k-edited\"><mark>edited</mark></span>, "
    "<span class=\"k-reworded\"><mark>reworded</mark></span>, "
    "<span class=\"k-contains\"><mark>contained</mark></span>. "
    "<strong class=\"differ\">Marked</strong> is a number, name or date that "
    "differs. “Earliest seen” goes by the dates that the pages give; it does "
    "not say who copied.</p>\n";

void
cd_report_copies(struct cd_buf *out, struct cd_db *db)
{
    struct cd_query *query = cd_query(
        db,
        "SELECT c.rowid, c.cluster, c.size, c.chain, c.capped, "
        "(SELECT group_concat(kind, '|') FROM (SELECT DISTINCT kind FROM "
        "copies p WHERE p.cluster = c.cluster ORDER BY kind)), "
        "(SELECT group_concat(kind, ', ') FROM (SELECT DISTINCT kind FROM "
        "copies p WHERE p.cluster = c.cluster ORDER BY kind)), "
        "(SELECT count(DISTINCT article) FROM cluster_members m WHERE "
        "m.cluster = "
        "c.cluster) AS documents FROM clusters c "
        "ORDER BY (SELECT sum(span_end - span_start) FROM cluster_members m "
        "WHERE m.cluster = c.cluster) DESC, c.cluster LIMIT ?1");
    size_t shown = 0;

    cd_buf_puts(out, legend);
    add_tools(out);
    cd_buf_puts(out, "<div id=\"copies-list\">\n");
    cd_query_bind(query, 1, CD_SHOWN_CLUSTERS);
    for (; cd_query_next(query); shown++)
        write_cluster(out, db, query);
    cd_query_end(query);
    cd_buf_puts(out, "</div>\n");
    if (shown == 0)
        cd_buf_puts(out, "<p>No copied paragraphs were found.</p>\n");
    cd_report_left_out(out, shown,
                       cd_query_one(db, "SELECT count(*) FROM clusters"),
                       "SELECT * FROM clusters");
}

void
cd_report_differ(struct cd_buf *out, struct cd_db *db)
{
    static const char all[] = "SELECT count(*) FROM copies WHERE "
                              "json_array_length(facts_differ) > 0";
    struct cd_query *query = cd_query(
        db, "SELECT " PAIR_COLUMNS " FROM copies WHERE kind <> 'template' AND "
            "json_array_length(facts_differ) > 0 ORDER BY score DESC, number "
            "LIMIT ?1");
    size_t shown = 0;

    cd_buf_puts(out, "<p>Copied paragraphs that tell the same thing with "
                     "another number, name or date.</p>\n");
    cd_query_bind(query, 1, CD_SHOWN_GROUPS);
    for (; cd_query_next(query); shown++) {
        cd_buf_puts(out, "<article class=\"card\">\n");
        write_pair(out, db, query);
        cd_buf_puts(out, "</article>\n");
    }
    cd_query_end(query);
    if (shown == 0)
        cd_buf_puts(out, "<p>None were found.</p>\n");
    cd_report_left_out(out, shown, cd_query_one(db, all),
                       "SELECT * FROM copies WHERE "
                       "json_array_length(facts_differ) > 0");
}
