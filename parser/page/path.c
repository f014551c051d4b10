/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/page/path.h"

#include "base/ascii.h"
#include "base/buf.h"
#include "base/utf8.h"

enum { STEPS_MAX = 6, NAME_MAX_BYTES = 40 };

/* The first of the names in an attribute, cut where it is long. */
static struct cd_str
first_name(struct cd_str names)
{
    struct cd_str name = cd_str_trim(names);
    size_t n = 0;

    while (n < name.n && n < NAME_MAX_BYTES && !cd_ascii_is_space(name.p[n]))
        n++;
    return cd_str_sub(name, 0, cd_utf8_valid(cd_str_sub(name, 0, n)));
}

static void
add_step(struct cd_buf *out, const struct cd_node *node)
{
    struct cd_str class = first_name(cd_node_attr(node, CD_ATTR_CLASS));
    struct cd_str id = first_name(cd_node_attr(node, CD_ATTR_ID));

    if (out->n > 0)
        cd_buf_putc(out, '>');
    cd_buf_add(out, first_name(node->text));
    if (class.n > 0 || id.n > 0) {
        cd_buf_putc(out, class.n > 0 ? '.' : '#');
        cd_buf_add(out, class.n > 0 ? class : id);
    }
}

struct cd_str
cd_path_of(struct cd_arena *arena, const struct cd_node *node)
{
    const struct cd_node *steps[STEPS_MAX];
    struct cd_buf out = { 0 };
    size_t n = 0;

    for (; node != NULL && n < STEPS_MAX; node = node->parent) {
        if (n > 0 && (node->tag == CD_TAG_BODY || node->tag == CD_TAG_HTML))
            break;
        steps[n++] = node;
    }
    while (n-- > 0)
        add_step(&out, steps[n]);
    return cd_buf_into(&out, arena);
}
