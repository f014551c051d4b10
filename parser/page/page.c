/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/page/page.h"

#include "parser/bytes/charset.h"
#include "parser/page/blocks.h"
#include "parser/page/note.h"
#include "parser/page/stream.h"
#include "parser/page/url.h"

static void
note_limits(struct cd_doc *doc, const struct cd_tree *tree, size_t cut)
{
    cd_note(doc, "bad-bytes", doc->account.bad_bytes);
    cd_note(doc, "max-nodes", tree->cut_nodes);
    cd_note(doc, "max-depth", tree->cut_depth);
    cd_note(doc, "max-attributes", tree->cut_attributes);
    cd_note(doc, "max-text", cut);
    cd_note(doc, "unclosed", tree->unclosed ? SIZE_MAX : 0);
}

void
cd_page_build(struct cd_doc *doc, const struct cd_parse_options *options,
              struct cd_page *page)
{
    const struct cd_tree_limits limits = {
        .nodes = options->max_nodes,
        .depth = options->max_depth,
        .attributes = options->max_attributes,
    };

    if (options->tree == CD_TREE_LIBXML2)
        cd_tree_parse_xml(&page->tree, &doc->arena, doc->page, &limits);
    else
        cd_tree_parse(&page->tree, &doc->arena, doc->page, &limits);
    cd_stream_place(&page->tree);
    page->base = cd_url_base(&doc->arena, &page->tree, doc->url);
    note_limits(doc, &page->tree, cd_blocks_find(doc, options, page));
}

enum cd_status
cd_page_open(struct cd_doc *doc, const struct cd_parse_options *options,
             struct cd_page *page, struct cd_error *err)
{
    enum cd_status status = cd_charset_decode(doc, err);

    if (status == CD_OK)
        cd_page_build(doc, options, page);
    return status;
}
