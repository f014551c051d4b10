/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/export/export_articles.h"

#include "base/json.h"
#include "base/utf8.h"
#include "corpus/database/query.h"
#include "corpus/output/write.h"

enum article {
    NUMBER,
    ID,
    URL,
    SOURCE,
    TEXT,
    COUNT,
    TITLE,
    BYLINE,
    PUBLISHED,
    MODIFIED,
    SITE,
    LANGUAGE,
    CANONICAL
};
enum block { ARTICLE, KIND, LEVEL, START, END, LINKS, ITEM, ORDINAL };

static const char articles_sql[] =
    "SELECT a.number, a.id, a.url, a.source, a.text,"
    " (SELECT count(*) FROM blocks AS b WHERE b.article = a.number AND b.keep),"
    " a.title, a.byline, a.published, a.modified, a.site, a.language,"
    " a.canonical"
    " FROM articles AS a ORDER BY a.number";

static const char blocks_sql[] =
    "SELECT article, kind, level, span_start, span_end, links, item, number"
    " FROM blocks WHERE keep ORDER BY article, block";

/* Articles and their blocks, side by side. */
struct articles {
    struct cd_query *articles, *blocks;
    bool more; /* is a block there that was not taken? */
    bool codepoints;
    const struct cd_writer *writer;
    struct cd_doc doc;
    struct cd_buf text;
};

static struct cd_str
copy_of(struct articles *all, struct cd_query *query, int column)
{
    struct cd_str text = cd_query_text(query, column);

    return text.p != NULL ? cd_arena_copy(&all->doc.arena, text) : text;
}

static enum cd_block_kind
kind_of(struct cd_str name)
{
    int kind = 0;

    while (kind < CD_BLOCK_KIND_COUNT - 1 &&
           !cd_str_is(name, cd_block_kind_names[kind]))
        kind++;
    return (enum cd_block_kind)kind;
}

/* The byte at which code point to is, where code point *from is at *at. */
static size_t
byte_at(struct cd_str text, size_t *from, size_t *at, size_t to)
{
    for (; *from < to && *at < text.n; (*from)++)
        cd_utf8_next(text, at);
    return *at;
}

/* The kept blocks of the article that doc is; damaged spans give no text. */
static void
read_blocks(struct articles *all, size_t count)
{
    struct cd_doc *doc = &all->doc;
    struct cd_query *row = all->blocks;
    size_t code = 0, at = 0;

    doc->blocks = cd_arena_new_array(&doc->arena, struct cd_block, count + 1);
    for (; all->more && doc->block_count < count;
         all->more = cd_query_next(row)) {
        struct cd_block *block = &doc->blocks[doc->block_count];
        size_t start = (size_t)cd_query_int(row, START);
        size_t end = (size_t)cd_query_int(row, END);

        if ((uint64_t)cd_query_int(row, ARTICLE) != doc->number)
            break;
        if (all->codepoints) {
            start = byte_at(doc->text, &code, &at, start);
            end = byte_at(doc->text, &code, &at, end);
        }
        if (end > doc->text.n || start > end)
            start = end = 0;
        block->kind = kind_of(cd_query_text(row, KIND));
        block->level = (int)cd_query_int(row, LEVEL);
        block->keep = true;
        block->span = (struct cd_span){ start, end };
        block->text = cd_str_sub(doc->text, start, end);
        block->links = copy_of(all, row, LINKS);
        block->item = (uint32_t)cd_query_int(row, ITEM);
        block->number = copy_of(all, row, ORDINAL);
        doc->block_count++;
    }
}

static void
read_meta(struct articles *all)
{
    struct cd_meta *meta = &all->doc.meta;

    meta->title.value = copy_of(all, all->articles, TITLE);
    meta->byline.value = copy_of(all, all->articles, BYLINE);
    meta->published.value = copy_of(all, all->articles, PUBLISHED);
    meta->modified.value = copy_of(all, all->articles, MODIFIED);
    meta->site.value = copy_of(all, all->articles, SITE);
    meta->language.value = copy_of(all, all->articles, LANGUAGE);
    meta->canonical.value = copy_of(all, all->articles, CANONICAL);
}

static void
read_article(struct articles *all)
{
    struct cd_doc *doc = &all->doc;
    struct cd_query *row = all->articles;
    struct cd_buf quoted = { 0 };

    cd_arena_reset(&doc->arena);
    *doc = (struct cd_doc){ .arena = doc->arena };
    doc->number = (uint64_t)cd_query_int(row, NUMBER);
    doc->id = copy_of(all, row, ID);
    doc->url = copy_of(all, row, URL);
    doc->source = copy_of(all, row, SOURCE);
    doc->text = copy_of(all, row, TEXT);
    read_meta(all);
    cd_json_str(&quoted, doc->id);
    doc->id_json = cd_buf_into(&quoted, &doc->arena);
    read_blocks(all, (size_t)cd_query_int(row, COUNT));
}

static enum cd_status
write_all(struct articles *all, struct cd_outfile *out, struct cd_files *files,
          struct cd_error *err)
{
    enum cd_status status = CD_OK;

    all->more = cd_query_next(all->blocks);
    while (status == CD_OK && cd_query_next(all->articles)) {
        read_article(all);
        cd_buf_reset(&all->text);
        all->writer->article(&all->text, &all->doc, false);
        status =
            files != NULL
                ? cd_files_write(files, &all->doc, cd_buf_str(&all->text), err)
                : cd_outfile_write(out, cd_buf_str(&all->text), err);
    }
    return status;
}

enum cd_status
cd_export_articles(const char *database, enum cd_output_format format,
                   struct cd_outfile *out, struct cd_files *files,
                   struct cd_error *err)
{
    struct articles all = { .writer = cd_writer_of(format) };
    struct cd_db *db = cd_db_open(database, err);
    enum cd_status status;

    if (db == NULL)
        return err->status;
    all.codepoints = cd_db_codepoints(db);
    all.articles = cd_query(db, articles_sql);
    all.blocks = cd_query(db, blocks_sql);
    status = write_all(&all, out, files, err);
    cd_query_end(all.articles);
    cd_query_end(all.blocks);
    if (status == CD_OK)
        status = cd_db_status(db, err);
    cd_db_close(db);
    cd_arena_release(&all.doc.arena);
    cd_buf_release(&all.text);
    return status;
}
