/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/report/report_text.h"

#include "corpus/report/report_section.h"

static const struct cd_field fields[] = {
    CD_FIELD(struct cd_summary, part, NAME, "part of the summary"),
    CD_FIELD(struct cd_summary, name, TEXT, "what"),
    CD_FIELD(struct cd_summary, value, TEXT, "how much"),
    CD_FIELD(struct cd_summary, share, SIZE, "for a bar: thousandths"),
    CD_FIELD(struct cd_summary, note, TEXT, "where"),
};

const struct cd_table cd_summary_table = { "summary",
                                           "A line of the report's summary.",
                                           fields, CD_COUNT(fields) };

#define TITLE(article) "coalesce(nullif(" article ".title, ''), " article ".id)"

/* A part of the summary: rows of name, value, share, note. */
static const struct {
    const char *title, *sql;
} parts[] = {
    { "Copied text by kind", "SELECT kind, printf('%.1f %%', 100 * share), "
                             "share, NULL FROM (" CD_SQL_KINDS ")" },
    { "Same copy, different number",
      "SELECT a_text || ' / ' || b_text, NULL, NULL, coalesce(nullif(a_title, "
      "''), a) FROM contradictions WHERE basis <> 'question' ORDER BY number "
      "LIMIT 8" },
    { "Claims that contradict each other",
      "SELECT a_text || ' / ' || b_text, NULL, NULL, subject || coalesce(', ' "
      "|| property, '') FROM contradictions WHERE basis = 'question' ORDER BY "
      "number LIMIT 8" },
    { "Most copied, by articles",
      "SELECT text, articles, NULL, NULL FROM copied_most WHERE articles > 1 "
      "ORDER BY articles DESC, cluster LIMIT 5" },
    { "Repeated inside one article",
      "SELECT " TITLE(
          "a") ", count(*), NULL, NULL FROM copies JOIN articles a ON a.number "
               "= a_article WHERE a_article = b_article AND kind <> 'template' "
               "GROUP BY a_article ORDER BY 2 DESC, a_article LIMIT 5" },
    { "Sites, by articles",
      "SELECT coalesce(nullif(o.name, ''), 'no site given'), printf('%,d', "
      "count(*)), count(*) * 1.0 / sum(count(*)) OVER (), NULL FROM places p "
      "JOIN origins o ON o.id = p.site GROUP BY o.id ORDER BY count(*) DESC, "
      "o.name LIMIT 8" },
    { "Cut, by reason",
      "SELECT reason, printf('%.1f %%', 100.0 * sum(size) / sum(sum(size)) "
      "OVER ()), sum(size) * 1.0 / sum(sum(size)) OVER (), NULL FROM cut GROUP "
      "BY reason ORDER BY sum(size) DESC, reason LIMIT 8" },
    { "Rejects, by reason",
      "SELECT reason, printf('%,d', count(*)), NULL, min(source) FROM rejects "
      "GROUP BY reason ORDER BY count(*) DESC, reason LIMIT 8" },
};

struct writer {
    struct cd_db *db;
    enum cd_status (*write)(void *state, const struct cd_summary *line,
                            struct cd_error *err);
    void *state;
};

static enum cd_status
write_figures(const struct writer *to, struct cd_error *err)
{
    const struct cd_figure *figure;
    enum cd_status status = CD_OK;
    struct cd_buf value = { 0 };

    for (size_t i = 0; (figure = cd_figure_at(i)) != NULL; i++) {
        struct cd_summary line = { .part = "Summary", .share = SIZE_MAX };

        cd_buf_reset(&value);
        cd_figure_value(&value, to->db, figure);
        line.name = cd_str_of(figure->name);
        line.value = cd_buf_str(&value);
        if (figure->percent)
            line.share = (size_t)cd_query_one(to->db, figure->sql);
        if (status == CD_OK)
            status = to->write(to->state, &line, err);
    }
    cd_buf_release(&value);
    return status;
}

static enum cd_status
write_part(const struct writer *to, size_t part, struct cd_error *err)
{
    struct cd_query *query = cd_query(to->db, parts[part].sql);
    enum cd_status status = CD_OK;

    while (status == CD_OK && cd_query_next(query)) {
        struct cd_summary line = { .part = parts[part].title,
                                   .share = SIZE_MAX };

        line.name = cd_query_text(query, 0);
        line.value = cd_query_text(query, 1);
        if (cd_query_text(query, 2).p != NULL)
            line.share = (size_t)(cd_query_real(query, 2) * 1000 + 0.5);
        line.note = cd_query_text(query, 3);
        status = to->write(to->state, &line, err);
    }
    cd_query_end(query);
    return status;
}

enum cd_status
cd_report_text(const char *database,
               enum cd_status (*write)(void *state,
                                       const struct cd_summary *line,
                                       struct cd_error *err),
               void *state, struct cd_error *err)
{
    struct writer to = { cd_db_open(database, err), write, state };
    enum cd_status status;

    if (to.db == NULL)
        return CD_FATAL;
    cd_report_prepare(to.db);
    status = write_figures(&to, err);
    for (size_t i = 0; status == CD_OK && i < CD_COUNT(parts); i++)
        status = write_part(&to, i, err);
    if (status == CD_OK)
        status = cd_db_status(to.db, err);
    cd_db_close(to.db);
    return status;
}
