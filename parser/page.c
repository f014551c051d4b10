/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/page.h"

#include "base/utf8.h"
#include "parser/blocks.h"

enum cd_status
cd_page_read(struct cd_doc *doc, const struct cd_parse_options *options,
             struct cd_page *page, struct cd_error *err)
{
    const struct cd_tree_limits limits = {
        .nodes = options->max_nodes,
        .depth = options->max_depth,
        .attributes = options->max_attributes,
    };

    if (doc->bytes.n == 0)
        return cd_fail(err, CD_SKIP, "empty document");
    doc->page = doc->bytes;
    doc->encoding = CD_STR("utf-8");
    cd_tree_parse(&page->tree, &doc->arena, doc->page, &limits);
    cd_blocks_find(doc, options, page);
    return CD_OK;
}
