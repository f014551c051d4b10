/* SPDX-License-Identifier: Apache-2.0 */
/* A claim's sentence with its quantity marked. */
#include "corpus/report/report_mark.h"
#include "corpus/report/report_section.h"

enum { AROUND = 220 }; /* of the block, on each side of the sentence */

struct place {
    int64_t doc;
    size_t start, end; /* of the quantity */
    size_t from, to;   /* of its sentence */
    size_t block_from, block_to;
};

static void
add_around(struct cd_buf *out, struct cd_db *db, const struct place *at,
           size_t start, size_t end)
{
    struct cd_buf text = { 0 };

    if (start >= end)
        return;
    cd_report_slice(db, at->doc, start, end, &text);
    cd_buf_puts(out, "<span class=\"context\">");
    cd_buf_puts(out, start > at->block_from && start < at->from ? "… " : " ");
    cd_html_text(out, cd_str_trim(cd_buf_str(&text)));
    cd_buf_puts(out, end < at->block_to && end > at->to ? " …" : " ");
    cd_buf_puts(out, "</span>");
    cd_buf_release(&text);
}

/* Where to cut n bytes from the end of what lies before, at a space. */
static size_t
begin_of(struct cd_db *db, const struct place *at)
{
    struct cd_buf text = { 0 };
    struct cd_str part;
    size_t from = at->block_from, space;

    if (at->from - at->block_from <= AROUND || cd_db_codepoints(db))
        return at->from - at->block_from <= AROUND ? from : at->from - AROUND;
    cd_report_slice(db, at->doc, at->from - AROUND, at->from, &text);
    part = cd_buf_str(&text);
    space = cd_str_find(part, CD_STR(" "), 0);
    from = space == SIZE_MAX ? at->from : at->from - AROUND + space;
    cd_buf_release(&text);
    return from;
}

static size_t
end_of(struct cd_db *db, const struct place *at)
{
    struct cd_buf text = { 0 };
    struct cd_str part;
    size_t n = 0;

    if (at->block_to - at->to <= AROUND || cd_db_codepoints(db))
        return at->block_to - at->to <= AROUND ? at->block_to : at->to + AROUND;
    cd_report_slice(db, at->doc, at->to, at->to + AROUND, &text);
    part = cd_buf_str(&text);
    for (size_t i = 0; i < part.n; i++) {
        if (part.p[i] == ' ')
            n = i;
    }
    cd_buf_release(&text);
    return at->to + n;
}

static void
add_sentence(struct cd_buf *out, struct cd_db *db, const struct place *at)
{
    struct cd_buf text = { 0 };
    struct cd_marked marked;

    cd_report_slice(db, at->doc, at->from, at->to, &text);
    marked = (struct cd_marked){ .text = cd_buf_str(&text) };
    if (at->start >= at->from)
        cd_mark_span(&marked,
                     cd_report_byte(db, marked.text, at->start - at->from),
                     cd_report_byte(db, marked.text, at->end - at->from),
                     CD_MARK_QUANTITY);
    cd_mark_write(out, &marked);
    cd_mark_release(&marked);
    cd_buf_release(&text);
}

static void
read_place(struct place *at, struct cd_query *row)
{
    *at = (struct place){
        cd_query_int(row, 0),         (size_t)cd_query_int(row, 1),
        (size_t)cd_query_int(row, 2), (size_t)cd_query_int(row, 3),
        (size_t)cd_query_int(row, 4), (size_t)cd_query_int(row, 5),
        (size_t)cd_query_int(row, 6)
    };
    /* a sentence may begin in the block before: then it has no context */
    if (at->block_from > at->from)
        at->block_from = at->from;
    if (at->block_to < at->to)
        at->block_to = at->to;
}

void
cd_report_sentence(struct cd_buf *out, struct cd_db *db, int64_t claim,
                   bool context)
{
    struct cd_query *row = cd_query(
        db, "SELECT c.article, c.start, c.\"end\", c.sentence_start, "
            "c.sentence_end, b.span_start, b.span_end FROM claims c LEFT JOIN "
            "blocks b ON b.article = c.article AND b.block = c.block WHERE "
            "c.number = ?1");
    struct place at;

    cd_query_bind(row, 1, claim);
    if (!cd_query_next(row)) {
        cd_query_end(row);
        return;
    }
    read_place(&at, row);
    cd_query_end(row);
    if (context)
        add_around(out, db, &at, begin_of(db, &at), at.from);
    add_sentence(out, db, &at);
    if (context)
        add_around(out, db, &at, at.to, end_of(db, &at));
}
