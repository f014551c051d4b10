/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A graph in the DOT language (https://graphviz.org/doc/info/lang.html): a text
 * is a node, named by its document's id and its block, a pair of copies is an
 * edge, a cluster is a box around its members.
 *
 * Ids come out of the input: they stand between quotes, without what would end
 * them, and without what Graphviz takes for an escape or an entity.
 */
#include <stdio.h>

#include "base/json.h"
#include "corpus/input/json_scan.h"
#include "corpus/output/write.h"
#include "corpus/search/copy.h"

static void
add_escaped(struct cd_buf *out, struct cd_str text)
{
    for (size_t i = 0; i < text.n; i++) {
        unsigned char c = (unsigned char)text.p[i];

        if (c == '"' || c == '\\')
            cd_buf_putc(out, '\\');
        if (c == '&')
            cd_buf_puts(out, "&amp;");
        else
            cd_buf_putc(out, c < ' ' || c == 0x7f ? ' ' : (char)c);
    }
}

/* block.p NULL: the whole document. */
static void
add_node(struct cd_buf *out, struct cd_str id, struct cd_str block)
{
    struct cd_arena arena = { 0 };
    struct cd_str text = cd_json_text(&arena, id);

    cd_buf_putc(out, '"');
    add_escaped(out, text.p != NULL ? text : id);
    if (block.p != NULL) {
        cd_buf_putc(out, ':');
        add_escaped(out, block);
    }
    cd_buf_putc(out, '"');
    cd_arena_release(&arena);
}

static void
add_unit(struct cd_buf *out, struct cd_str id, size_t block)
{
    char text[24];

    if (block == SIZE_MAX)
        add_node(out, id, (struct cd_str){ NULL, 0 });
    else
        add_node(out, id,
                 (struct cd_str){ text, (size_t)snprintf(text, sizeof(text),
                                                         "%zu", block) });
}

static void
add_edge(struct cd_buf *out, const struct cd_copy *copy)
{
    cd_buf_puts(out, "  ");
    add_unit(out, copy->a, copy->a_block);
    cd_buf_puts(out, " -- ");
    add_unit(out, copy->b, copy->b_block);
    cd_buf_printf(out, " [label=\"%s ", copy->kind);
    cd_json_score(out, copy->score);
    cd_buf_puts(out,
                cd_copy_is_template(copy) ? "\" style=dashed];\n" : "\"];\n");
}

/* The next element of a JSON array, from at on; false behind the last one. */
static bool
next_element(struct cd_str array, size_t *at, struct cd_str *element)
{
    size_t start = *at + 1, i = start;
    int depth = 0;
    bool quoted = false;

    if (start + 1 >= array.n)
        return false;
    for (; i + 1 < array.n; i++) {
        char c = array.p[i];

        if (quoted && c == '\\')
            i++;
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && c == ',' && depth == 0)
            break;
        else if (!quoted)
            depth += (c == '{' || c == '[') - (c == '}' || c == ']');
    }
    *element = cd_str_sub(array, start, i);
    *at = i;
    return true;
}

static void
add_member(struct cd_buf *out, struct cd_str member)
{
    struct cd_json_scan scan = { .text = member };
    struct cd_json_member field;
    struct cd_str id = member, block = { NULL, 0 };

    while (member.p[0] == '{' && cd_json_member(&scan, &field)) {
        if (cd_str_is(field.name, "doc"))
            id = field.value;
        else if (cd_str_is(field.name, "block"))
            block = field.value;
    }
    cd_buf_puts(out, "    ");
    add_node(out, id, block);
    cd_buf_puts(out, ";\n");
}

static void
add_cluster(struct cd_buf *out, const struct cd_cluster *cluster)
{
    struct cd_str member;
    size_t at = 0;

    cd_buf_puts(out, "  subgraph \"cluster_");
    add_escaped(out, cluster->cluster);
    cd_buf_printf(out, "\" {\n    label=\"%zu texts%s", cluster->size,
                  cluster->chain ? ", a chain" : "");
    if (cluster->capped > 0)
        cd_buf_printf(out, ", %zu pairs not listed", cluster->capped);
    cd_buf_puts(out, "\";\n");
    while (next_element(cluster->members, &at, &member))
        add_member(out, member);
    cd_buf_puts(out, "  }\n");
}

static bool
takes(const struct cd_table *table)
{
    return table == &cd_copy_table || table == &cd_cluster_table;
}

static void
head(struct cd_buf *out, const struct cd_table *table)
{
    (void)table;
    cd_buf_puts(out, "graph copies {\n  node [shape=box];\n");
}

static void
record(struct cd_buf *out, const struct cd_table *table, const void *record)
{
    if (table == &cd_copy_table)
        add_edge(out, record);
    else if (table == &cd_cluster_table)
        add_cluster(out, record);
}

static void
tail(struct cd_buf *out)
{
    cd_buf_puts(out, "}\n");
}

const struct cd_writer cd_writer_dot = {
    .name = "dot", .head = head, .record = record, .tail = tail, .takes = takes
};
