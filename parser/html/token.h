/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The tokenizer: valid UTF-8 -> text, start tags and end tags, as section
 * 13.2.5 of the HTML standard has it.
 *
 *     struct cd_tokens tokens = { .page = page, .arena = arena,
 *                                 .max_attributes = 256 };
 *     while (cd_token_next(&tokens))
 *         tokens.token ...
 *
 * It is also the pre-pass: comments, processing instructions and doctypes end
 * here, most attributes are passed over, and text is a view of the page with
 * its character references still in it.  The reader tells it with `raw` when an
 * element begins whose content is text alone (script, title, ...), and with
 * `foreign` when "<![CDATA[" is text.
 *
 * Inside <noscript> such an element ends at </noscript> at the latest.  The
 * standard has that where scripts run, which is where pages are looked at;
 * where they do not, an <iframe .../> of a counter takes the rest of the page.
 */
#ifndef CD_PARSER_HTML_TOKEN_H
#define CD_PARSER_HTML_TOKEN_H

#include "parser/html/tree.h"

enum cd_token_kind {
    CD_TOKEN_END_OF_PAGE,
    CD_TOKEN_TEXT,
    CD_TOKEN_START,
    CD_TOKEN_END,
    CD_TOKEN_DOCTYPE,
};

struct cd_token {
    enum cd_token_kind kind;
    enum cd_tag tag;
    struct cd_span raw;
    struct cd_str text; /* of a text, as in the page; else the name */
    bool references;    /* the text may hold references to decode */
    bool self_closing;
    unsigned attr_count;
    struct cd_attr_value attrs[CD_ATTR_COUNT]; /* valid until the next token */
};

struct cd_tokens {
    struct cd_str page;
    struct cd_arena *arena; /* for names with capitals, decoded values */
    size_t max_attributes;
    enum cd_tag raw; /* set by the reader after the start tag, or 0 */
    bool foreign;    /* set by the reader: is the open element SVG, MathML? */
    bool noscript;   /* inside <noscript> */
    enum cd_tag cut; /* whose raw text </noscript> ended, or 0 */
    size_t at;
    size_t cut_attributes;
    bool unclosed; /* a tag, comment or raw text runs to the page's end */
    struct cd_token token;
};

/* The next token into tokens->token; false at the end of the page. */
bool cd_token_next(struct cd_tokens *tokens);

#endif
