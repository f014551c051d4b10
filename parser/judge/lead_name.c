/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/judge/lead_name.h"

#include "base/ascii.h"

enum cd_lead_match {
    CD_LEAD_WORD, /* the name is the form */
    CD_LEAD_STEM, /* it begins with the form */
};

struct cd_lead_row {
    const char *form;
    enum cd_lead_match match;
    const char *lang;
};

#include "parser/judge/lead.inc"

/* Bytes of a class or an id that are looked at, again for each block in its
 * box. */
enum { NAMES = 1024 };

/* Does a name begin at at: behind a sign, or with a capital behind a small
 * letter? */
static bool
is_border(struct cd_str names, size_t at)
{
    return at == 0 || at == names.n || !cd_ascii_is_alpha(names.p[at]) ||
           !cd_ascii_is_alpha(names.p[at - 1]) ||
           (cd_ascii_is_upper(names.p[at]) &&
            !cd_ascii_is_upper(names.p[at - 1]));
}

static bool
is_row(const struct cd_lead_row *row, struct cd_str names, size_t at)
{
    struct cd_str form = cd_str_of(row->form);

    return cd_ascii_lower(names.p[at]) == *row->form &&
           cd_str_eq_nocase(cd_str_sub(names, at, at + form.n), form) &&
           (row->match == CD_LEAD_STEM || is_border(names, at + form.n));
}

bool
cd_lead_is_name(struct cd_str names)
{
    names = cd_str_sub(names, 0, names.n < NAMES ? names.n : NAMES);
    for (size_t at = 0; at < names.n; at++) {
        if (!cd_ascii_is_alpha(names.p[at]) || !is_border(names, at))
            continue;
        for (size_t i = 0; i < CD_COUNT(cd_lead_row_table); i++) {
            if (is_row(&cd_lead_row_table[i], names, at))
                return true;
        }
    }
    return false;
}

bool
cd_lead_is_named(const struct cd_node *node)
{
    struct cd_str role = cd_node_attr(node, CD_ATTR_ITEMPROP);

    return cd_str_eq_nocase(role, CD_STR("description")) ||
           cd_str_eq_nocase(role, CD_STR("alternativeHeadline")) ||
           cd_lead_is_name(cd_node_attr(node, CD_ATTR_CLASS)) ||
           cd_lead_is_name(cd_node_attr(node, CD_ATTR_ID));
}
