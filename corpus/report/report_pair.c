/* SPDX-License-Identifier: Apache-2.0 */
/* A pair of copies: what differs, then both texts side by side. */
#include "corpus/report/report_mark.h"
#include "corpus/report/report_section.h"

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

static void
add_fact(struct cd_buf *out, struct cd_str fact)
{
    cd_buf_puts(out, "<strong class=\"differ\">");
    if (fact.n > 0)
        cd_html_bdi(out, fact, 120);
    else
        cd_buf_puts(out, "nothing");
    cd_buf_puts(out, "</strong>");
}

/* Lists and marks the facts that differ, numbers first. */
static void
add_facts(struct cd_buf *out, struct cd_db *db, int64_t pair, struct side *a,
          struct side *b)
{
    struct cd_query *query = cd_query(
        db, "SELECT a, b, what FROM (SELECT json_extract(value, '$[0]') AS a, "
            "json_extract(value, '$[1]') AS b, json_extract(value, '$[2]') AS "
            "what, key FROM copies, json_each(copies.facts_differ) WHERE "
            "copies.number = ?1 UNION ALL SELECT a_text, b_text, 'number', 0 "
            "FROM contradictions JOIN copies ON copies.number = copy WHERE "
            "copy = ?1 AND NOT " CD_SQL_FIGURES_DIFFER ") ORDER BY CASE what "
            "WHEN 'number' THEN 1 WHEN 'date' THEN 2 ELSE 3 END, key LIMIT "
            "12");
    size_t n = 0;

    cd_query_bind(query, 1, pair);
    for (; cd_query_next(query); n++) {
        cd_mark_words(&a->marked, cd_query_text(query, 0), CD_MARK_DIFFERS);
        cd_mark_words(&b->marked, cd_query_text(query, 1), CD_MARK_DIFFERS);
        cd_buf_puts(out, n == 0 ? "<ul class=\"facts\">\n<li>" : "<li>");
        add_fact(out, cd_query_text(query, 0));
        cd_buf_puts(out, " <span class=\"against\">against</span> ");
        add_fact(out, cd_query_text(query, 1));
        cd_buf_puts(out, " <span class=\"what\">");
        cd_html_text(out, cd_query_text(query, 2));
        cd_buf_puts(out, "</span></li>\n");
    }
    cd_query_end(query);
    cd_buf_puts(out, n > 0 ? "</ul>\n" : "");
}

static void
write_side(struct cd_buf *out, struct cd_db *db, const struct side *side,
           bool earliest)
{
    cd_buf_puts(out, "<div><p class=\"from\">");
    cd_report_where(out, db, side->doc);
    cd_buf_puts(out, earliest ? " <span class=\"first\">earliest seen</span>"
                                "</p>"
                              : "</p>");
    cd_buf_puts(out, "<blockquote dir=\"auto\"");
    cd_report_lang(out, db, side->doc);
    cd_buf_puts(out, ">");
    cd_mark_write(out, &side->marked);
    cd_buf_puts(out, "</blockquote></div>\n");
}

/* row: kind, earliest, a's doc, start, end, b's likewise, undated. */
static void
write_pair(struct cd_buf *out, struct cd_db *db, int64_t pair,
           struct cd_query *row)
{
    struct side a = { 0 }, b = { 0 };
    struct cd_str earliest = cd_query_text(row, 1);

    load_side(db, &a, row, 2);
    load_side(db, &b, row, 5);
    mark_spans(db, pair, &a, &b);
    cd_buf_puts(out, "<div class=\"k-");
    cd_html_text(out, cd_query_text(row, 0));
    cd_buf_puts(out, "\">\n");
    add_facts(out, db, pair, &a, &b);
    cd_buf_puts(out, "<div class=\"pair\">\n");
    write_side(out, db, &a, cd_str_is(earliest, "a"));
    write_side(out, db, &b, cd_str_is(earliest, "b"));
    cd_buf_puts(out, "</div>\n");
    if (cd_query_int(row, 8) > 0)
        cd_buf_puts(out, "<p class=\"warn\">Which came first is not known: a "
                         "page gives no date.</p>\n");
    cd_buf_puts(out, "</div>\n");
    release_side(&a);
    release_side(&b);
}

void
cd_report_pair(struct cd_buf *out, struct cd_db *db, int64_t pair)
{
    struct cd_query *row = cd_query(
        db, "SELECT kind, CASE earliest WHEN a THEN 'a' WHEN b THEN 'b' END, "
            "a_article, coalesce(a_span_start, 0), coalesce(a_span_end, "
            "length(x.text)), b_article, coalesce(b_span_start, 0), "
            "coalesce(b_span_end, length(y.text)), a_article <> b_article AND "
            "(x.published IS NULL OR y.published IS NULL) FROM copies JOIN "
            "articles x ON x.number = a_article JOIN articles y ON y.number = "
            "b_article WHERE copies.number = ?1");

    cd_query_bind(row, 1, pair);
    if (cd_query_next(row))
        write_pair(out, db, pair, row);
    cd_query_end(row);
}
