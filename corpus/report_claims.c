/* SPDX-License-Identifier: Apache-2.0 */
/* The table of claims, each row with its sentence. */
#include "corpus/report_mark.h"
#include "corpus/report_section.h"

static void
cell(struct cd_buf *out, struct cd_query *row, int column)
{
    cd_buf_puts(out, column <= 2 ? "<td class=\"name\">" : "<td>");
    if (cd_query_text(row, column).p != NULL)
        cd_html_bdi(out, cd_query_text(row, column), 160);
    cd_buf_puts(out, "</td>");
}

/* The sentence with the quantity marked. */
static void
add_sentence(struct cd_buf *out, struct cd_db *db, struct cd_query *row)
{
    size_t start = (size_t)cd_query_int(row, 9);
    size_t end = (size_t)cd_query_int(row, 10);
    struct cd_buf text = { 0 };
    struct cd_marked marked;

    cd_report_slice(db, cd_query_int(row, 0), start, end, &text);
    marked = (struct cd_marked){ .text = cd_buf_str(&text) };
    if ((size_t)cd_query_int(row, 7) >= start)
        cd_mark_span(&marked,
                     cd_report_byte(db, marked.text,
                                    (size_t)cd_query_int(row, 7) - start),
                     cd_report_byte(db, marked.text,
                                    (size_t)cd_query_int(row, 8) - start),
                     CD_MARK_QUANTITY);
    cd_buf_puts(out,
                "<td class=\"words\"><span class=\"sentence\" dir=\"auto\">");
    cd_mark_write(out, &marked);
    cd_buf_puts(out, "</span><br><span class=\"from\">");
    cd_report_where(out, db, cd_query_int(row, 0));
    cd_buf_puts(out, "</span></td>");
    cd_mark_release(&marked);
    cd_buf_release(&text);
}

/* row: doc, subject, property, text, unit, change, modality, start, end,
 * sentence start, sentence end, value */
static void
write_claim(struct cd_buf *out, struct cd_db *db, struct cd_query *row)
{
    cd_buf_puts(out, "<tr data-row data-change=\"");
    cd_html_text(out, cd_query_text(row, 5));
    cd_buf_puts(out, "\" data-modality=\"");
    cd_html_text(out, cd_query_text(row, 6));
    cd_buf_puts(out, "\">");
    cell(out, row, 1);
    cell(out, row, 2);
    cd_buf_puts(out, "<td class=\"number words\" data-value=\"");
    cd_html_text(out, cd_query_text(row, 11));
    cd_buf_puts(out, "\">");
    cd_html_bdi(out, cd_query_text(row, 3), 120);
    cd_buf_puts(out, "</td>");
    cell(out, row, 4);
    cell(out, row, 5);
    cell(out, row, 6);
    add_sentence(out, db, row);
    cd_buf_puts(out, "</tr>\n");
}

static const char head[] =
    "<form class=\"tools\" data-for=\"claims-list\" hidden>\n"
    "<label>Search <input type=\"search\" name=\"search\"></label>\n"
    "<label>Change <select name=\"change\"><option value=\"\">all</option>"
    "<option>up</option><option>down</option><option>none</option></select>"
    "</label>\n"
    "<label>Modality <select name=\"modality\"><option value=\"\">all</option>"
    "<option>asserted</option><option>hedged</option><option>forecast</option>"
    "<option>denied</option></select></label>\n"
    "<button type=\"reset\">Show all</button> <output></output></form>\n"
    "<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
    "aria-label=\"Claims\"><table class=\"sort\" id=\"claims-list\">\n"
    "<caption>Numeric claims, in the order of the articles</caption>\n"
    "<thead><tr><th scope=\"col\">Subject</th><th scope=\"col\">Property</th>"
    "<th scope=\"col\" class=\"number\">Quantity</th><th scope=\"col\">Unit"
    "</th><th scope=\"col\">Change</th><th scope=\"col\">Modality</th>"
    "<th scope=\"col\">Sentence</th></tr></thead>\n<tbody>\n";

void
cd_report_claims(struct cd_buf *out, struct cd_db *db)
{
    struct cd_query *query = cd_query(
        db, "SELECT article, subject, property, text, unit, change, modality, "
            "start, \"end\", sentence_start, sentence_end, value FROM claims "
            "ORDER BY article, start LIMIT ?1");
    size_t shown = 0;

    cd_buf_puts(out, head);
    cd_query_bind(query, 1, CD_SHOWN_CLAIMS);
    for (; cd_query_next(query); shown++)
        write_claim(out, db, query);
    cd_query_end(query);
    cd_buf_puts(out, "</tbody></table></div>\n");
    cd_report_left_out(out, shown,
                       cd_query_one(db, "SELECT count(*) FROM claims"),
                       "SELECT * FROM claims");
}
