/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/export/export_jsonld.h"

#include "base/json.h"
#include "corpus/report/report_section.h"

enum column {
    ID,
    ARTICLE,
    SENTENCE_START,
    SENTENCE_END,
    SUBJECT,
    PROPERTY,
    VALUE,
    LOWER,
    UPPER,
    UNIT,
    TIME,
    SPEAKER,
    URL,
    TITLE,
    PUBLISHED,
    SITE,
    TEXT
};

static const char rows_sql[] =
    "SELECT c.claim_id, c.article, c.sentence_start, c.sentence_end,"
    " c.subject, c.property, coalesce(c.\"to\", c.value), c.lower, c.upper,"
    " c.unit, c.time, c.speaker, coalesce(a.canonical, a.url), a.title,"
    " a.published, a.site, c.text"
    " FROM claims AS c JOIN articles AS a ON a.number = c.article"
    " ORDER BY c.number";

/* A member that is text; none if it is not known. */
static void
add_text(struct cd_buf *out, const char *name, struct cd_str text)
{
    if (text.p == NULL)
        return;
    cd_json_key(out, name);
    cd_json_str(out, text);
}

/* A member that is a number already. */
static void
add_number(struct cd_buf *out, const char *name, struct cd_str number)
{
    if (number.p == NULL || number.n == 0 || number.p[0] == '[')
        return;
    cd_json_key(out, name);
    cd_buf_add(out, number);
}

static void
begin(struct cd_buf *out, const char *type)
{
    cd_buf_putc(out, '{');
    cd_json_key(out, "@type");
    cd_json_str(out, cd_str_of(type));
}

/* A number, or the words of a score and of what has no number: "2-1",
 * "thousands of people"; a range has its ends alone. */
static void
add_value(struct cd_buf *out, struct cd_query *row)
{
    struct cd_str value = cd_query_text(row, VALUE);

    if (value.p != NULL && value.n > 0 && value.p[0] != '[')
        add_number(out, "value", value);
    else if (cd_query_text(row, LOWER).p == NULL)
        add_text(out, "value", cd_query_text(row, TEXT));
}

static void
add_about(struct cd_buf *out, struct cd_query *row)
{
    cd_json_key(out, "about");
    cd_buf_putc(out, '[');
    if (cd_query_text(row, SUBJECT).p != NULL) {
        begin(out, "Thing");
        add_text(out, "name", cd_query_text(row, SUBJECT));
        cd_buf_putc(out, '}');
        cd_json_next(out);
    }
    begin(out, "PropertyValue");
    add_text(out, "name", cd_query_text(row, PROPERTY));
    add_value(out, row);
    add_number(out, "minValue", cd_query_text(row, LOWER));
    add_number(out, "maxValue", cd_query_text(row, UPPER));
    if (!cd_str_is(cd_query_text(row, UNIT), "1"))
        add_text(out, "unitText", cd_query_text(row, UNIT));
    cd_buf_puts(out, "}]");
}

static void
add_appearance(struct cd_buf *out, struct cd_query *row)
{
    cd_json_key(out, "appearance");
    begin(out, "Article");
    add_text(out, "url", cd_query_text(row, URL));
    add_text(out, "headline", cd_query_text(row, TITLE));
    add_text(out, "datePublished", cd_query_text(row, PUBLISHED));
    if (cd_query_text(row, SITE).p != NULL) {
        cd_json_key(out, "publisher");
        begin(out, "Organization");
        add_text(out, "name", cd_query_text(row, SITE));
        cd_buf_putc(out, '}');
    }
    cd_buf_putc(out, '}');
}

static void
add_claim(struct cd_buf *out, struct cd_db *db, struct cd_query *row)
{
    struct cd_buf text = { 0 };

    begin(out, "Claim");
    cd_json_key(out, "@id");
    cd_buf_puts(out, "\"urn:copydesk:claim:");
    cd_buf_add(out, cd_query_text(row, ID));
    cd_buf_putc(out, '"');
    cd_report_slice(db, cd_query_int(row, ARTICLE),
                    (size_t)cd_query_int(row, SENTENCE_START),
                    (size_t)cd_query_int(row, SENTENCE_END), &text);
    add_text(out, "text", cd_str_trim(cd_buf_str(&text)));
    cd_buf_release(&text);
    add_about(out, row);
    add_text(out, "temporal", cd_query_text(row, TIME));
    /* An author is a Person or an Organization, and nobody knows which. */
    add_text(out, "creditText", cd_query_text(row, SPEAKER));
    add_appearance(out, row);
    cd_buf_putc(out, '}');
}

static enum cd_status
write_claims(struct cd_db *db, struct cd_outfile *out, struct cd_error *err)
{
    struct cd_buf line = { 0 };
    struct cd_query *rows = cd_query(db, rows_sql);
    enum cd_status status = CD_OK;
    const char *before = "\n";

    cd_buf_puts(&line, "{\"@context\":\"https://schema.org\",\"@graph\":[");
    while (status == CD_OK && cd_query_next(rows)) {
        cd_buf_puts(&line, before);
        add_claim(&line, db, rows);
        status = cd_outfile_write(out, cd_buf_str(&line), err);
        cd_buf_reset(&line);
        before = ",\n";
    }
    cd_buf_puts(&line, "\n]}\n");
    if (status == CD_OK)
        status = cd_outfile_write(out, cd_buf_str(&line), err);
    cd_query_end(rows);
    cd_buf_release(&line);
    return status == CD_OK ? cd_db_status(db, err) : status;
}

enum cd_status
cd_export_jsonld(const char *database, struct cd_outfile *out,
                 struct cd_error *err)
{
    struct cd_db *db = cd_db_open(database, err);
    enum cd_status status;

    if (db == NULL)
        return err->status;
    status = write_claims(db, out, err);
    cd_db_close(db);
    return status;
}
