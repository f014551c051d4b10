/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/database/contradictions.h"

#include "corpus/database/contradictions_sql.inc"

#define FIELD(name, type, means)                                               \
    CD_FIELD(struct cd_contradiction, name, type, means)

static const struct cd_field fields[] = {
    FIELD(basis, NAME,
          "copy: a copied text has another number or date, or says the "
          "opposite; place: so has a "
          "template that stands in the same place of two copied texts; "
          "question: claims of two articles answer one question"),
    FIELD(subject, TEXT, "whose number it is, where a claim tells"),
    FIELD(property, TEXT, "what of it"),
    FIELD(a_text, TEXT, "what the first says"),
    FIELD(b_text, TEXT, "what the second says"),
    FIELD(a, JSON, "document of the first"),
    FIELD(a_published, TEXT, "its date"),
    FIELD(a_title, TEXT, "its title"),
    FIELD(a_sentence, TEXT, "the sentence, or the paragraph"),
    FIELD(b, JSON, "document of the second"),
    FIELD(b_published, TEXT, "its date"),
    FIELD(b_title, TEXT, "its title"),
    FIELD(b_sentence, TEXT, "the sentence, or the paragraph"),
    FIELD(doubt, NAME,
          "why both may be right: days (published on different ones), inside "
          "(both in one article), or null"),
    FIELD(pairs, SIZE, "how many pairs differ so"),
    FIELD(claim_group, SIZE, "number of the group of claims, or null"),
    FIELD(a_article, SIZE, "number of the first article"),
    FIELD(b_article, SIZE, "number of the second article"),
};

const struct cd_table cd_contradiction_table = { "contradictions",
                                                 "Numbers that disagree.",
                                                 fields, CD_COUNT(fields) };

/* A statement ends with a line that ends with a semicolon. */
void
cd_contradictions_find(struct cd_db *db)
{
    struct cd_buf statement = { 0 };

    for (size_t i = 0; contradictions_sql[i] != NULL; i++) {
        struct cd_str line = cd_str_of(contradictions_sql[i]);

        cd_buf_add(&statement, line);
        if (!cd_str_ends(line, CD_STR(";\n")))
            continue;
        cd_buf_putc(&statement, '\0');
        cd_query_one(db, statement.p);
        cd_buf_reset(&statement);
    }
    cd_buf_release(&statement);
}
