/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/output/article.h"

#include "base/json.h"

#define META(name, help)                                                       \
    CD_FIELD_AS(#name, struct cd_doc, meta.name.value, TEXT, help)
#define META_JSON(name, help)                                                  \
    CD_FIELD_AS(#name, struct cd_doc, meta.name.value, JSON, help)

static const struct cd_field article_fields[] = {
    CD_FIELD_AS("id", struct cd_doc, id_json, JSON,
                "as the input gave it, or made from where it was read"),
    CD_FIELD(struct cd_doc, url, TEXT, "where the page was fetched"),
    CD_FIELD(struct cd_doc, source, TEXT, "the file it was read from"),
    CD_FIELD(struct cd_doc, offset, SIZE, "byte offset of the record there"),
    META(title, "headline, without the site's name"),
    META(byline, "who wrote it, as printed"),
    META_JSON(authors, "the byline split into names"),
    META(published, "date or date-time, ISO 8601"),
    META(modified, "date or date-time, ISO 8601"),
    META(site, "name of the publication"),
    META(section, "section of the publication"),
    META(language, "language tag, BCP 47"),
    META(canonical, "canonical URL"),
    META(description, "summary given by the page"),
    META(image, "URL of the lead image"),
    META_JSON(tags, "keywords given by the page, without codes, UUIDs and "
                    "labels of its machines"),
    META_JSON(paywall, "does the page say that it is behind a paywall?"),
    CD_FIELD(struct cd_doc, fetched, TEXT, "when it was fetched"),
    CD_FIELD(struct cd_doc, encoding, TEXT, "encoding it was decoded from"),
    CD_FIELD(struct cd_doc, text, TEXT, "the clean article"),
    CD_FIELD(struct cd_doc, notes, JSON, "limits hit and fallbacks taken"),
    CD_FIELD(struct cd_doc, extra, JSON, "other fields of the input record"),
    META(first_published, "where published is the day of a change"),
};

const struct cd_table cd_article_table = { "articles", "A cleaned page.",
                                           article_fields,
                                           CD_COUNT(article_fields) };

static const struct cd_field block_fields[] = {
    CD_FIELD(struct cd_block_record, kind, NAME, "paragraph, heading, ..."),
    CD_FIELD(struct cd_block_record, level, SIZE, "of a heading or list item"),
    CD_FIELD(struct cd_block_record, keep, BOOL, "is it part of the article?"),
    CD_FIELD(struct cd_block_record, span, SPAN, "bytes of the clean text"),
    CD_FIELD(struct cd_block_record, raw, SPAN, "bytes of the decoded page"),
    CD_FIELD(struct cd_block_record, reason, TEXT, "why it was kept or not"),
    CD_FIELD(struct cd_block_record, score, SCORE, "model's probability"),
    CD_FIELD(struct cd_block_record, text, TEXT, "of a dropped block"),
    CD_FIELD(struct cd_block_record, links, JSON, "links in it"),
    CD_FIELD(struct cd_block_record, item, SIZE,
             "item of the page's lists that it is in, from 1"),
    CD_FIELD(struct cd_block_record, number, NUMBER,
             "number of an item of an ordered list"),
};

const struct cd_table cd_block_table = { "blocks", "A block of a page.",
                                         block_fields, CD_COUNT(block_fields) };

/* Links count from the start of their block. */
static struct cd_str
links_in_codepoints(struct cd_arena *arena, const struct cd_block *block)
{
    struct cd_offsets offsets = cd_offsets_of(arena, block->text);
    const struct cd_offsets *all = &offsets;
    struct cd_buf out = { 0 };

    cd_offsets_json(&out, block->links, &all, 1);
    return cd_buf_into(&out, arena);
}

struct cd_block_record
cd_block_record(struct cd_arena *arena, const struct cd_block *block,
                struct cd_article_offsets offsets)
{
    struct cd_block_record record = {
        .kind = cd_block_kind_names[block->kind],
        .level = block->level > 0 ? (size_t)block->level : SIZE_MAX,
        .keep = block->keep,
        .span = block->span,
        .raw = block->raw,
        .reason = block->reason,
        .score = block->score,
        .links = block->links,
        .item = block->item > 0 ? block->item : SIZE_MAX,
        .number = block->number,
    };

    if (offsets.text != NULL) {
        record.span = cd_offsets_span(offsets.text, block->span);
        record.raw = cd_offsets_span(offsets.page, block->raw);
        if (block->links.p != NULL)
            record.links = links_in_codepoints(arena, block);
    }
    if (!block->keep) {
        record.span.start = SIZE_MAX;
        record.text = block->text;
    }
    return record;
}

/* Where each value was found: {"title":"og",...}. */
static void
add_sources(struct cd_buf *out, const struct cd_meta *meta)
{
#define SOURCE(name)                                                           \
    {                                                                          \
#name, offsetof(struct cd_meta, name)                                  \
    }
    static const struct {
        const char *name;
        size_t offset;
    } facts[] = {
        SOURCE(title),       SOURCE(byline),          SOURCE(authors),
        SOURCE(published),   SOURCE(modified),        SOURCE(site),
        SOURCE(section),     SOURCE(language),        SOURCE(canonical),
        SOURCE(description), SOURCE(image),           SOURCE(tags),
        SOURCE(paywall),     SOURCE(first_published),
    };
#undef SOURCE
    cd_json_key(out, "sources");
    cd_buf_putc(out, '{');
    for (size_t i = 0; i < CD_COUNT(facts); i++) {
        const struct cd_fact *fact =
            (const void *)((const char *)meta + facts[i].offset);

        if (fact->value.p == NULL || fact->source == NULL)
            continue;
        cd_json_key(out, facts[i].name);
        cd_json_str(out, cd_str_of(fact->source));
    }
    cd_buf_putc(out, '}');
}

static void
add_blocks(struct cd_buf *out, const struct cd_doc *doc,
           struct cd_article_offsets offsets, struct cd_arena *arena)
{
    for (size_t i = 0; i < doc->block_count; i++) {
        struct cd_block_record record =
            cd_block_record(arena, &doc->blocks[i], offsets);

        cd_json_next(out);
        cd_record_json(out, &cd_block_table, &record);
    }
}

void
cd_article_json(struct cd_buf *out, const struct cd_doc *doc, bool codepoints)
{
    struct cd_arena arena = { 0 };
    struct cd_offsets text, page;
    struct cd_article_offsets offsets = { NULL, NULL };

    if (codepoints) {
        text = cd_offsets_of(&arena, doc->text);
        page = cd_offsets_of(&arena, doc->page);
        offsets = (struct cd_article_offsets){ &text, &page };
    }
    cd_buf_putc(out, '{');
    cd_record_members(out, &cd_article_table, doc);
    add_sources(out, &doc->meta);
    cd_json_key(out, "blocks");
    cd_buf_putc(out, '[');
    add_blocks(out, doc, offsets, &arena);
    cd_buf_puts(out, "]}");
    cd_arena_release(&arena);
}
