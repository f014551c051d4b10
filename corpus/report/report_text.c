/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/report/report_text.h"

#include "corpus/report/report_section.h"

static const struct cd_field fields[] = {
    CD_FIELD(struct cd_summary, part, NAME, "part of the summary"),
    CD_FIELD(struct cd_summary, name, TEXT, "what"),
    CD_FIELD(struct cd_summary, value, TEXT, "how much"),
    CD_FIELD(struct cd_summary, share, SIZE, "for a bar: thousandths"),
    CD_FIELD(struct cd_summary, note, TEXT, "where"),
    CD_FIELD(struct cd_summary, text, TEXT, "what it says"),
};

const struct cd_table cd_summary_table = { "summary",
                                           "A line of the report's summary.",
                                           fields, CD_COUNT(fields) };

#define TITLE(article) "coalesce(nullif(" article ".title, ''), " article ".id)"

/* From a little before the first of the numbers in the sentence. */
#define PIECE(side)                                                            \
    "CASE WHEN at > 40 THEN '...' || substr(" side                             \
    "_sentence, at - 30) ELSE " side                                           \
    "_sentence END FROM (SELECT *, instr(" side "_sentence, substr(" side      \
    "_text, 1, instr(" side "_text || ', ', ', ') - 1)) AS at FROM "           \
    "contradictions)"

#define PLACE(side)                                                            \
    side " || coalesce(', ' || substr(" side "_published, 1, 10), '')"

/* A line with both numbers, and below it a line for each side. */
#define SIDES(condition)                                                       \
    "SELECT name, NULL, NULL, note, text FROM (SELECT number, 0 AS line, "     \
    "a_text || ' / ' || b_text AS name, CASE basis WHEN 'question' THEN "      \
    "subject || coalesce(', ' || property, '') ELSE coalesce(nullif(a_title, " \
    "''), nullif(b_title, '')) END AS note, NULL AS text FROM contradictions " \
    "WHERE " condition                                                         \
    " UNION ALL SELECT number, 1, " PLACE("a") ", NULL, " PIECE(               \
        "a") " WHERE " condition                                               \
             " UNION ALL SELECT number, 2, " PLACE("b") ", NULL, " PIECE(      \
                 "b") " WHERE " condition ") ORDER BY number, line "           \
                      "LIMIT 3 * ?1"

/* A part of the summary: rows of name, value, share, note, text, up to so many,
 * and how many there are. */
static const struct {
    const char *title, *sql, *all;
    int limit;
} parts[] = {
    { "Copied text by kind",
      "SELECT kind, printf('%.1f %%', 100 * share), share, NULL, NULL FROM "
      "(" CD_SQL_KINDS ") LIMIT ?1",
      NULL, 4 },
    { "Same copy, different number", SIDES("basis <> 'question'"),
      CD_SQL_CONTRADICTIONS " WHERE basis <> 'question'", 8 },
    { "Claims that contradict each other", SIDES("basis = 'question'"),
      CD_SQL_CONTRADICTIONS " WHERE basis = 'question'", 8 },
    { "Most copied, by articles",
      "SELECT text, spread, NULL, NULL, NULL FROM copied_most WHERE spread > 1 "
      "LIMIT ?1",
      "SELECT count(*) FROM spread WHERE n > 1", 5 },
    { "Repeated inside one article, by pairs of paragraphs",
      "SELECT " TITLE(
          "a") ", n, NULL, (SELECT text FROM blocks b WHERE "
               "b.article = a.number AND b.block = first), NULL FROM (SELECT "
               "a_article, "
               "count(*) AS n, min(a_block) AS first FROM copies WHERE "
               "a_article = "
               "b_article AND kind <> 'template' GROUP BY a_article) JOIN "
               "articles a ON "
               "a.number = a_article ORDER BY n DESC, a.number LIMIT ?1",
      "SELECT count(DISTINCT a_article) FROM copies WHERE a_article = "
      "b_article AND kind <> 'template'",
      5 },
    { "Sites, by articles",
      "SELECT coalesce(nullif(o.name, ''), 'no site given'), printf('%,d', "
      "count(*)), count(*) * 1.0 / sum(count(*)) OVER (), NULL, NULL FROM "
      "places p JOIN origins o ON o.id = p.site GROUP BY o.id ORDER BY "
      "count(*) DESC, o.name LIMIT ?1",
      "SELECT count(*) FROM origins", 8 },
    { "Cut, by reason",
      "SELECT reason, printf('%.1f %%', 100.0 * sum(size) / sum(sum(size)) "
      "OVER ()), sum(size) * 1.0 / sum(sum(size)) OVER (), NULL, NULL FROM cut "
      "GROUP BY reason ORDER BY sum(size) DESC, reason LIMIT ?1",
      "SELECT count(DISTINCT reason) FROM cut", 8 },
    { "Rejects, by reason",
      "SELECT reason, printf('%,d', count(*)), NULL, min(source), NULL FROM "
      "rejects GROUP BY reason ORDER BY count(*) DESC, reason LIMIT ?1",
      "SELECT count(DISTINCT reason) FROM rejects", 8 },
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

/* "Sites, by articles: 8 of 36 shown" */
static void
add_title(struct cd_buf *out, struct cd_db *db, size_t part)
{
    int64_t all =
        parts[part].all != NULL ? cd_query_one(db, parts[part].all) : 0;

    cd_buf_puts(out, parts[part].title);
    if (all > parts[part].limit)
        cd_buf_printf(out, ": %d of %lld shown", parts[part].limit,
                      (long long)all);
    cd_buf_putc(out, '\0');
}

static enum cd_status
write_part(const struct writer *to, size_t part, struct cd_error *err)
{
    struct cd_query *query = cd_query(to->db, parts[part].sql);
    struct cd_buf title = { 0 };
    enum cd_status status = CD_OK;

    add_title(&title, to->db, part);
    cd_query_bind(query, 1, parts[part].limit);
    while (status == CD_OK && cd_query_next(query)) {
        struct cd_summary line = { .part = title.p, .share = SIZE_MAX };

        line.name = cd_query_text(query, 0);
        line.value = cd_query_text(query, 1);
        if (cd_query_text(query, 2).p != NULL)
            line.share = (size_t)(cd_query_real(query, 2) * 1000 + 0.5);
        line.note = cd_query_text(query, 3);
        line.text = cd_query_text(query, 4);
        status = to->write(to->state, &line, err);
    }
    cd_query_end(query);
    cd_buf_release(&title);
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
