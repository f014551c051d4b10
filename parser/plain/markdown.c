/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/plain/markdown.h"

#include <md4c.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "parser/page/note.h"

enum {
    PART = 64 * 1024,    /* bytes of Markdown that are read as one */
    PART_MAX = 2 * PART, /* where no blank line comes */
    GROWTH = 16,         /* most bytes of HTML for one of Markdown */
    ROOM = 4096,         /* and for a part */
    TAG_MAX = 12,        /* bytes of the longest name in swallowing */
};

static const unsigned flags =
    MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEURLAUTOLINKS;

/* HTML while it is made. */
struct html {
    struct cd_buf out;
    size_t limit;    /* most bytes of out */
    unsigned images; /* open ones: their text is an attribute */
    bool block;      /* in a block of HTML */
};

/* ---- text ------------------------------------------------------------ */

/* Tags whose content is text up to their end, wherever that is. */
static bool
is_swallowing(struct cd_str tag)
{
    static const char *const swallowing[] = {
        "title",    "textarea", "style",  "xmp",       "iframe",
        "noembed",  "noframes", "script", "plaintext", "noscript",
        "template", "select",   "svg",    "math",      "frameset",
    };
    size_t from = 1, to;

    from += tag.n > 1 && tag.p[1] == '/';
    for (to = from; to < tag.n && to < from + TAG_MAX; to++) {
        if (!cd_ascii_is_alpha(tag.p[to]))
            break;
    }
    tag = cd_str_sub(tag, from, to);
    for (size_t i = 0; i < CD_COUNT(swallowing) && tag.n > 0; i++) {
        if (cd_str_eq_nocase(tag, cd_str_of(swallowing[i])))
            return true;
    }
    return false;
}

/* A block of HTML is passed on, and so is a tag in a line of text, unless it
 * would swallow what stands behind it. */
static void
add_html(struct html *html, struct cd_str text)
{
    if (!html->block && text.n > 1 && text.p[0] == '<' && is_swallowing(text))
        cd_buf_escape(&html->out, text);
    else
        cd_buf_add(&html->out, text);
}

static void
add_attribute(struct cd_buf *out, const char *name, const MD_ATTRIBUTE *value)
{
    cd_buf_printf(out, " %s=\"", name);
    for (size_t i = 0;
         value->text != NULL && value->substr_offsets[i] < value->size; i++) {
        const char *text = value->text + value->substr_offsets[i];
        size_t n = value->substr_offsets[i + 1] - value->substr_offsets[i];

        if (value->substr_types[i] == MD_TEXT_ENTITY)
            cd_buf_add(out, (struct cd_str){ text, n });
        else
            cd_buf_escape(out, (struct cd_str){ text, n });
    }
    cd_buf_putc(out, '"');
}

/* More than that is an attack: a table of short rows under a long head. */
static int
check(const struct html *html)
{
    return html->out.n > html->limit;
}

/* ---- md4c's calls ---------------------------------------------------- */

static const char *const block_tags[] = {
    [MD_BLOCK_QUOTE] = "blockquote",
    [MD_BLOCK_UL] = "ul",
    [MD_BLOCK_OL] = "ol",
    [MD_BLOCK_LI] = "li",
    [MD_BLOCK_CODE] = "pre",
    [MD_BLOCK_P] = "p",
    [MD_BLOCK_TABLE] = "table",
    [MD_BLOCK_THEAD] = "thead",
    [MD_BLOCK_TBODY] = "tbody",
    [MD_BLOCK_TR] = "tr",
    [MD_BLOCK_TH] = "th",
    [MD_BLOCK_TD] = "td",
};

static const char *const span_tags[] = {
    [MD_SPAN_EM] = "em",
    [MD_SPAN_STRONG] = "strong",
    [MD_SPAN_CODE] = "code",
    [MD_SPAN_DEL] = "del",
};

static void
add_block_tag(struct html *html, MD_BLOCKTYPE type, const void *detail,
              const char *slash)
{
    const MD_BLOCK_H_DETAIL *heading = detail;
    const MD_BLOCK_OL_DETAIL *list = detail;

    if (type == MD_BLOCK_H)
        cd_buf_printf(&html->out, "<%sh%u>", slash, heading->level);
    else if (type == MD_BLOCK_OL && *slash == '\0' && list->start != 1)
        cd_buf_printf(&html->out, "<ol start=\"%u\">", list->start);
    else if (type == MD_BLOCK_HR && *slash == '\0')
        cd_buf_puts(&html->out, "<hr>");
    else if (type < CD_COUNT(block_tags) && block_tags[type] != NULL)
        cd_buf_printf(&html->out, "<%s%s>", slash, block_tags[type]);
}

static int
enter_block(MD_BLOCKTYPE type, void *detail, void *state)
{
    struct html *html = state;

    add_block_tag(html, type, detail, "");
    html->block = type == MD_BLOCK_HTML;
    if (type == MD_BLOCK_CODE)
        cd_buf_putc(&html->out, '\n'); /* a parser drops one */
    return check(html);
}

static int
leave_block(MD_BLOCKTYPE type, void *detail, void *state)
{
    struct html *html = state;

    add_block_tag(html, type, detail, "/");
    html->block = false;
    cd_buf_putc(&html->out, '\n');
    return check(html);
}

static int
enter_span(MD_SPANTYPE type, void *detail, void *state)
{
    struct html *html = state;
    bool image = type == MD_SPAN_IMG;

    html->images += image;
    if (html->images > (image ? 1 : 0))
        return check(html);
    if (image) {
        const MD_SPAN_IMG_DETAIL *img = detail;

        cd_buf_puts(&html->out, "<img");
        add_attribute(&html->out, "src", &img->src);
        cd_buf_puts(&html->out, " alt=\"");
    } else if (type == MD_SPAN_A) {
        const MD_SPAN_A_DETAIL *a = detail;

        cd_buf_puts(&html->out, "<a");
        add_attribute(&html->out, "href", &a->href);
        cd_buf_putc(&html->out, '>');
    } else if (type < CD_COUNT(span_tags) && span_tags[type] != NULL) {
        cd_buf_printf(&html->out, "<%s>", span_tags[type]);
    }
    return check(html);
}

static int
leave_span(MD_SPANTYPE type, void *detail, void *state)
{
    struct html *html = state;
    bool image = type == MD_SPAN_IMG;

    (void)detail;
    html->images -= image;
    if (html->images > 0)
        return 0;
    if (image)
        cd_buf_puts(&html->out, "\">");
    else if (type == MD_SPAN_A)
        cd_buf_puts(&html->out, "</a>");
    else if (type < CD_COUNT(span_tags) && span_tags[type] != NULL)
        cd_buf_printf(&html->out, "</%s>", span_tags[type]);
    return check(html);
}

static int
add_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE n, void *state)
{
    struct html *html = state;
    struct cd_buf *out = &html->out;

    if (type == MD_TEXT_BR)
        cd_buf_puts(out, html->images > 0 ? " " : "<br>");
    else if (type == MD_TEXT_SOFTBR)
        cd_buf_putc(out, '\n');
    else if (type == MD_TEXT_ENTITY)
        cd_buf_add(out, (struct cd_str){ text, n });
    else if (type == MD_TEXT_HTML && html->images == 0)
        add_html(html, (struct cd_str){ text, n });
    else
        cd_buf_escape(out, (struct cd_str){ text, n });
    return check(html);
}

/* ---- parts ----------------------------------------------------------- */

static size_t
line_end(struct cd_str text, size_t from)
{
    size_t at = cd_str_find(text, CD_STR("\n"), from);

    return at != SIZE_MAX ? at + 1 : text.n;
}

/* Does code between fences begin or end with the line at at? */
static bool
is_fence(struct cd_str text, size_t at)
{
    struct cd_str line = cd_str_sub(text, at, text.n);

    return cd_str_starts(line, CD_STR("```")) ||
           cd_str_starts(line, CD_STR("~~~"));
}

/* Behind the part that begins at from: at a line behind a blank one that
 * continues nothing, or where that is too far. */
static size_t
part_end(struct cd_str text, size_t from)
{
    bool fence = false, blank = false;
    size_t at = from;

    if (text.n - from <= PART)
        return text.n;
    if (text.n - from > PART_MAX)
        text.n = from + PART_MAX;
    while (at < text.n) {
        size_t end = line_end(text, at);
        char c = text.p[at];
        bool inner = fence || c == ' ' || c == '\t';

        if (at - from >= PART && blank && !inner)
            return at;
        fence ^= is_fence(text, at);
        blank = cd_str_trim(cd_str_sub(text, at, end)).n == 0;
        at = end;
    }
    return at;
}

/* A character is not cut in two. */
static size_t
at_character(struct cd_str text, size_t at)
{
    while (at < text.n && ((unsigned char)text.p[at] & 0xC0) == 0x80)
        at++;
    return at;
}

static void
add_plain(struct cd_buf *out, struct cd_str part)
{
    cd_buf_puts(out, "<pre>\n");
    cd_buf_escape(out, part);
    cd_buf_puts(out, "</pre>\n");
}

/* false: the part is an attack, and stays as it is. */
static bool
add_part(struct html *html, struct cd_str part)
{
    static const MD_PARSER parser = { .flags = 0 };
    MD_PARSER calls = parser;
    size_t before = html->out.n;

    calls.flags = flags;
    calls.enter_block = enter_block;
    calls.leave_block = leave_block;
    calls.enter_span = enter_span;
    calls.leave_span = leave_span;
    calls.text = add_text;
    html->limit = before + part.n * GROWTH + ROOM;
    html->images = 0;
    html->block = false;
    if (md_parse(part.p, (MD_SIZE)part.n, &calls, html) == 0)
        return true;
    html->out.n = before;
    add_plain(&html->out, part);
    return false;
}

void
cd_markdown_to_html(struct cd_doc *doc)
{
    struct html html = { .limit = 0 };
    struct cd_str text = doc->page;
    size_t parts = 0, plain = 0;

    for (size_t at = 0, end; at < text.n; at = end) {
        end = at_character(text, part_end(text, at));
        plain += !add_part(&html, cd_str_sub(text, at, end));
        parts++;
    }
    cd_note(doc, "markdown-parts", parts > 1 ? parts : 0);
    cd_note(doc, "markdown-plain", plain);
    doc->page = cd_buf_into(&html.out, &doc->arena);
}
