/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/page/bold_title.h"

/* The links of the title, and those behind it; each is a JSON array. */
static void
split_links(struct cd_doc *doc, struct cd_block *title, struct cd_block *rest,
            size_t size)
{
    struct cd_str all = title->links;

    if (size == 0 || size + 1 >= all.n) { /* one of them has all or none */
        *(size == 0 ? &title->links : &rest->links) =
            (struct cd_str){ NULL, 0 };
        return;
    }
    title->links = cd_arena_printf(&doc->arena, "%.*s]", (int)size, all.p);
    rest->links = cd_arena_printf(&doc->arena, "[%.*s", (int)(all.n - size - 1),
                                  all.p + size + 1);
}

static void
split_block(struct cd_doc *doc, struct cd_block *title, struct cd_block *rest,
            const struct cd_page_block *of)
{
    *rest = *title;
    title->text = cd_str_sub(title->text, 0, of->title);
    rest->text = cd_str_sub(rest->text, of->title + 1, rest->text.n);
    title->raw.end = of->title_break.start;
    rest->raw.start = of->title_break.end;
    split_links(doc, title, rest, of->title_links);
    doc->account.in--; /* the space between them */
}

void
cd_bold_title_split(struct cd_doc *doc, const struct cd_page *page)
{
    size_t titles = 0, n = 0;
    struct cd_block *blocks;

    for (size_t i = 0; i < doc->block_count; i++)
        titles += page->blocks[i].title > 0;
    if (titles == 0)
        return;
    blocks = cd_arena_new_array(&doc->arena, struct cd_block,
                                doc->block_count + titles);
    for (size_t i = 0; i < doc->block_count; i++) {
        blocks[n] = doc->blocks[i];
        if (page->blocks[i].title > 0) {
            split_block(doc, &blocks[n], &blocks[n + 1], &page->blocks[i]);
            n++;
        }
        n++;
    }
    doc->blocks = blocks;
    doc->block_count = n;
    cd_doc_account(doc);
}
