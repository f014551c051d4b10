/* SPDX-License-Identifier: Apache-2.0 */
/*
 * HTML element names as small numbers, with what the parser must know of each.
 *
 *     enum cd_tag tag = cd_tag_find(CD_STR("blockquote"));
 *     if (cd_tag_is(tag, CD_IS_BLOCK)) ...
 *
 * One row of CD_TAGS an element, sorted by name; a new element is a new row
 * (and a line of `letters` in tag.c if it is the first of its letter).
 */
#ifndef CD_PARSER_HTML_TAG_H
#define CD_PARSER_HTML_TAG_H

#include "base/str.h"

/* Sets of elements, as bits, each with its letter in CD_TAGS.  The sets of the
 * HTML standard have its names. */
enum cd_tag_set {
    CD_IS_BLOCK = 1 << 0,    /* B: begins and ends a block of text */
    CD_IS_VOID = 1 << 1,     /* V: has no content and no end tag */
    CD_IS_SPECIAL = 1 << 2,  /* S: "special" */
    CD_IS_FORMAT = 1 << 3,   /* F: "formatting": reopened when nested wrongly */
    CD_IS_HEADLINE = 1 << 4, /* H: h1 to h6 */
    CD_IS_IMPLIED = 1 << 5,  /* I: its end tag may be left out */
    CD_IS_SCOPE = 1 << 6,    /* O: ends the search "in scope" */
    CD_IS_CLOSES_P = 1 << 7, /* P: its start tag ends a paragraph */
    CD_IS_ENDS = 1 << 8,     /* E: its end tag ends what is open inside it */
    CD_IS_HEAD = 1 << 9,     /* D: belongs into the head */
    CD_IS_BREAKOUT = 1 << 10, /* K: ends SVG and MathML */
    CD_IS_TABLE = 1 << 11,    /* T: a part of a table */
    CD_IS_SILENT = 1 << 12,   /* N: its content is not shown */
};

#define CD_TAGS(X)                                                             \
    X(A, "a", F)                                                               \
    X(ABBR, "abbr", 0)                                                         \
    X(ADDRESS, "address", B | S | P | E)                                       \
    X(ANNOTATION, "annotation", N)                                             \
    X(ANNOTATION_XML, "annotation-xml", 0)                                     \
    X(APPLET, "applet", S | O)                                                 \
    X(AREA, "area", V | S)                                                     \
    X(ARTICLE, "article", B | S | P | E)                                       \
    X(ASIDE, "aside", B | S | P | E)                                           \
    X(AUDIO, "audio", 0)                                                       \
    X(B, "b", F | K)                                                           \
    X(BASE, "base", V | S | D)                                                 \
    X(BASEFONT, "basefont", V | S | D)                                         \
    X(BGSOUND, "bgsound", V | S | D)                                           \
    X(BIG, "big", F | K)                                                       \
    X(BLOCKQUOTE, "blockquote", B | S | P | E | K)                             \
    X(BODY, "body", B | S | K)                                                 \
    X(BR, "br", V | S | K)                                                     \
    X(BUTTON, "button", S | E)                                                 \
    X(CANVAS, "canvas", 0)                                                     \
    X(CAPTION, "caption", B | S | O | T)                                       \
    X(CENTER, "center", B | S | P | E | K)                                     \
    X(CITE, "cite", 0)                                                         \
    X(CODE, "code", F | K)                                                     \
    X(COL, "col", V | S | T)                                                   \
    X(COLGROUP, "colgroup", S | T)                                             \
    X(DATA, "data", 0)                                                         \
    X(DATALIST, "datalist", N)                                                 \
    X(DD, "dd", B | S | I | K)                                                 \
    X(DEL, "del", 0)                                                           \
    X(DESC, "desc", N)                                                         \
    X(DETAILS, "details", B | S | P | E)                                       \
    X(DFN, "dfn", 0)                                                           \
    X(DIALOG, "dialog", B | P | E)                                             \
    X(DIR, "dir", B | S | P | E)                                               \
    X(DIV, "div", B | S | P | E | K)                                           \
    X(DL, "dl", B | S | P | E | K)                                             \
    X(DT, "dt", B | S | I | K)                                                 \
    X(EM, "em", F | K)                                                         \
    X(EMBED, "embed", V | S | K)                                               \
    X(FIELDSET, "fieldset", B | S | P | E)                                     \
    X(FIGCAPTION, "figcaption", B | S | P | E)                                 \
    X(FIGURE, "figure", B | S | P | E)                                         \
    X(FONT, "font", F)                                                         \
    X(FOOTER, "footer", B | S | P | E)                                         \
    X(FOREIGNOBJECT, "foreignobject", 0)                                       \
    X(FORM, "form", B | S)                                                     \
    X(FRAME, "frame", V | S)                                                   \
    X(FRAMESET, "frameset", S)                                                 \
    X(H1, "h1", B | S | H | K)                                                 \
    X(H2, "h2", B | S | H | K)                                                 \
    X(H3, "h3", B | S | H | K)                                                 \
    X(H4, "h4", B | S | H | K)                                                 \
    X(H5, "h5", B | S | H | K)                                                 \
    X(H6, "h6", B | S | H | K)                                                 \
    X(HEAD, "head", S | K | N)                                                 \
    X(HEADER, "header", B | S | P | E)                                         \
    X(HGROUP, "hgroup", B | S | P | E)                                         \
    X(HR, "hr", B | V | S | K)                                                 \
    X(HTML, "html", B | S | O)                                                 \
    X(I, "i", F | K)                                                           \
    X(IFRAME, "iframe", S | N)                                                 \
    X(IMAGE, "image", 0)                                                       \
    X(IMG, "img", V | S | K)                                                   \
    X(INPUT, "input", V | S)                                                   \
    X(INS, "ins", 0)                                                           \
    X(KBD, "kbd", 0)                                                           \
    X(KEYGEN, "keygen", V | S)                                                 \
    X(LABEL, "label", 0)                                                       \
    X(LEGEND, "legend", B)                                                     \
    X(LI, "li", B | S | I | K)                                                 \
    X(LINK, "link", V | S | D)                                                 \
    X(LISTING, "listing", B | S | E | K)                                       \
    X(MAIN, "main", B | S | P | E)                                             \
    X(MALIGNMARK, "malignmark", 0)                                             \
    X(MAP, "map", 0)                                                           \
    X(MARK, "mark", 0)                                                         \
    X(MARQUEE, "marquee", B | S | O)                                           \
    X(MATH, "math", 0)                                                         \
    X(MENU, "menu", B | S | P | E | K)                                         \
    X(META, "meta", V | S | D | K)                                             \
    X(METER, "meter", N)                                                       \
    X(MGLYPH, "mglyph", 0)                                                     \
    X(MI, "mi", 0)                                                             \
    X(MN, "mn", 0)                                                             \
    X(MO, "mo", 0)                                                             \
    X(MS, "ms", 0)                                                             \
    X(MTEXT, "mtext", 0)                                                       \
    X(NAV, "nav", B | S | P | E)                                               \
    X(NOBR, "nobr", F | K)                                                     \
    X(NOEMBED, "noembed", S | N)                                               \
    X(NOFRAMES, "noframes", S | D | N)                                         \
    X(NOSCRIPT, "noscript", B | S | D)                                         \
    X(OBJECT, "object", S | O)                                                 \
    X(OL, "ol", B | S | P | E | K)                                             \
    X(OPTGROUP, "optgroup", B | I)                                             \
    X(OPTION, "option", B | I)                                                 \
    X(P, "p", B | S | I | K)                                                   \
    X(PARAM, "param", V | S)                                                   \
    X(PICTURE, "picture", 0)                                                   \
    X(PLAINTEXT, "plaintext", B | S)                                           \
    X(PRE, "pre", B | S | E | K)                                               \
    X(PROGRESS, "progress", N)                                                 \
    X(Q, "q", 0)                                                               \
    X(RB, "rb", I)                                                             \
    X(RP, "rp", I | N)                                                         \
    X(RT, "rt", I)                                                             \
    X(RTC, "rtc", I)                                                           \
    X(RUBY, "ruby", K)                                                         \
    X(S, "s", F | K)                                                           \
    X(SAMP, "samp", 0)                                                         \
    X(SCRIPT, "script", S | D | N)                                             \
    X(SEARCH, "search", B | S | P | E)                                         \
    X(SECTION, "section", B | S | P | E)                                       \
    X(SELECT, "select", B | S)                                                 \
    X(SMALL, "small", F | K)                                                   \
    X(SOURCE, "source", V | S)                                                 \
    X(SPAN, "span", K)                                                         \
    X(STRIKE, "strike", F | K)                                                 \
    X(STRONG, "strong", F | K)                                                 \
    X(STYLE, "style", S | D | N)                                               \
    X(SUB, "sub", K)                                                           \
    X(SUMMARY, "summary", B | S | P | E)                                       \
    X(SUP, "sup", K)                                                           \
    X(SVG, "svg", 0)                                                           \
    X(TABLE, "table", B | S | O | K | T)                                       \
    X(TBODY, "tbody", B | S | T)                                               \
    X(TD, "td", B | S | O | T)                                                 \
    X(TEMPLATE, "template", B | S | O | D)                                     \
    X(TEXTAREA, "textarea", B | S)                                             \
    X(TFOOT, "tfoot", B | S | T)                                               \
    X(TH, "th", B | S | O | T)                                                 \
    X(THEAD, "thead", B | S | T)                                               \
    X(TIME, "time", 0)                                                         \
    X(TITLE, "title", S | D | N)                                               \
    X(TR, "tr", B | S | T)                                                     \
    X(TRACK, "track", V | S)                                                   \
    X(TT, "tt", F | K)                                                         \
    X(U, "u", F | K)                                                           \
    X(UL, "ul", B | S | P | E | K)                                             \
    X(VAR, "var", K)                                                           \
    X(VIDEO, "video", 0)                                                       \
    X(WBR, "wbr", V | S)                                                       \
    X(XMP, "xmp", B | S)

enum cd_tag {
    CD_TAG_TEXT,  /* not an element: a run of text */
    CD_TAG_OTHER, /* an element that is not in the list */
#define X(name, text, set) CD_TAG_##name,
    CD_TAGS(X)
#undef X
        CD_TAG_COUNT
};

/* By tag: its sets, and its name ("" for CD_TAG_TEXT and CD_TAG_OTHER). */
extern const unsigned short cd_tag_sets[CD_TAG_COUNT];
extern const struct cd_str cd_tag_names[CD_TAG_COUNT];

/* The element of a name in lower case, or CD_TAG_OTHER. */
enum cd_tag cd_tag_find(struct cd_str name);

static inline bool
cd_tag_is(enum cd_tag tag, unsigned sets)
{
    return (cd_tag_sets[tag] & sets) != 0;
}

#endif
