/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Patterns of rows, compiled: what nlp/quantity/grammar.h says of them.
 *
 *     cd_pattern_parse(&pattern, row->id, CD_STR("c:CUR n:NUM"), &err);
 */
#ifndef CD_NLP_QUANTITY_PATTERN_H
#define CD_NLP_QUANTITY_PATTERN_H

#include "nlp/quantity/grammar.h"

/* One place of a pattern: an item of these classes, or one of these words, or
 * both. */
struct cd_element {
    cd_u128 any, all, none;
    struct cd_str literal; /* words apart by | */
    uint64_t lengths;      /* of those words, as bits */
    enum cd_slot slot;
    bool optional, glued, context, absent;
};

struct cd_pattern {
    struct cd_element elements[CD_PATTERN_MAX];
    size_t count;
    size_t before; /* elements at the start that are context */
};

/* text must outlive the pattern; messages name the row's id. */
enum cd_status cd_pattern_parse(struct cd_pattern *pattern, const char *id,
                                struct cd_str text, struct cd_error *err);

/* Is the word one of the element's? */
bool cd_element_has(const struct cd_element *e, struct cd_str word);

/* Does a pattern fill each slot that the row's pattern fills, numbers with
 * numbers and quantities with quantities? */
bool cd_pattern_fills(const struct cd_pattern *pattern,
                      const struct cd_rule_row *row);

#endif
