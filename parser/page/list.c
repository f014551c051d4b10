/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/page/list.h"

#include "base/ascii.h"

enum { NUMBER_MAX = 999999999 }; /* and Markdown has no more digits */

/* A whole number with or without a sign; what is behind it does not count. */
static bool
read_number(struct cd_str text, int *number)
{
    bool minus;
    size_t at = 0;
    int n = 0;

    text = cd_str_trim(text);
    minus = text.n > 0 && text.p[0] == '-';
    at += text.n > 0 && (text.p[0] == '-' || text.p[0] == '+');
    if (at == text.n || !cd_ascii_is_digit(text.p[at]))
        return false;
    for (; at < text.n && cd_ascii_is_digit(text.p[at]); at++) {
        if (n > NUMBER_MAX / 10)
            return false;
        n = n * 10 + (text.p[at] - '0');
    }
    *number = minus ? -n : n;
    return true;
}

static int
count_items(const struct cd_node *list)
{
    int n = 0;

    for (const struct cd_node *child = list->child; child != NULL;
         child = child->next)
        n += child->tag == CD_TAG_LI;
    return n;
}

static void
enter_ordered(struct cd_context *list, const struct cd_node *node)
{
    bool reversed = cd_node_attr(node, CD_ATTR_REVERSED).p != NULL;

    list->step = reversed ? -1 : 1;
    if (!read_number(cd_node_attr(node, CD_ATTR_START), &list->next))
        list->next = reversed ? count_items(node) : 1;
}

static void
enter_item(struct cd_context *item, struct cd_context *list,
           const struct cd_node *node)
{
    read_number(cd_node_attr(node, CD_ATTR_VALUE), &list->next);
    item->number = list->next;
    item->numbered = true;
    list->next += list->step;
}

void
cd_list_enter(struct cd_context *stack, size_t depth,
              const struct cd_node *node, uint32_t *items)
{
    struct cd_context *top = &stack[depth - 1];

    switch (node->tag) {
    case CD_TAG_OL:
        enter_ordered(top, node);
        top->list = depth - 1;
        break;
    case CD_TAG_UL:
    case CD_TAG_MENU:
    case CD_TAG_DIR:
    case CD_TAG_DL:
        top->list = 0;
        break;
    case CD_TAG_LI:
    case CD_TAG_DT:
    case CD_TAG_DD:
        top->item = ++*items;
        top->numbered = false;
        if (node->tag == CD_TAG_LI && top->list > 0)
            enter_item(top, &stack[top->list], node);
        top->list = 0;
        break;
    default:
        break;
    }
}
