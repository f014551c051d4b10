/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Metadata: title, authors, dates and the rest, each with where it was found.
 *
 *     struct cd_page_facts facts = { 0 };
 *     ... gather what the page says of itself (parser/meta/gather.h) ...
 *     cd_meta_find(&doc, &facts);                 fills doc->meta
 *
 * A page says the same thing in several places, and not all of them are right:
 * the title choice holds headings against <title> and OpenGraph, the author
 * choice refuses site names, addresses and reading times.  What the input
 * record gave (doc->given) always wins.
 */
#ifndef CD_PARSER_META_META_H
#define CD_PARSER_META_META_H

#include "base/doc.h"
#include "parser/meta/jsonld.h"

/* <meta name|property|itemprop=NAME content=CONTENT>; the name in lower case */
struct cd_meta_tag {
    struct cd_str name, content;
};

/* Why a piece of text may be a byline or hold a date. */
enum cd_trust {
    CD_TRUST_FAR,     /* it begins with "Written by", somewhere */
    CD_TRUST_NAME,    /* it looks like a name and stands below the headline */
    CD_TRUST_NEAR,    /* it stands near the headline */
    CD_TRUST_CLASS,   /* its class says author or date */
    CD_TRUST_SAID,    /* itemprop or rel says so */
    CD_TRUST_PRINTED, /* a line of its own right below the headline */
};

struct cd_hint {
    struct cd_str text;
    struct cd_str datetime; /* attribute of <time>, or absent */
    enum cd_trust trust;
};

/* What a page says of itself, in page order. */
struct cd_page_facts {
    struct cd_meta_tag *tags;
    size_t tag_count;
    struct cd_str *headings; /* texts of <h1> */
    size_t heading_count;
    struct cd_hint *bylines;
    size_t byline_count;
    struct cd_hint *dates;
    size_t date_count;
    struct cd_str title;     /* text of <title> */
    struct cd_str language;  /* lang of <html> */
    struct cd_str canonical; /* link rel=canonical */
    struct cd_jsonld jsonld;
    struct cd_fact headline; /* chosen from the above */
};

void cd_meta_find(struct cd_doc *doc, const struct cd_page_facts *facts);

/* Content of the first tag of that name that is not blank, or absent. */
struct cd_str cd_meta_tag(const struct cd_page_facts *facts, const char *name);

/* Did copydesk clean --format=html write the page?  Then all of it is text, and
 * its head says all that is known. */
bool cd_meta_is_own(const struct cd_page_facts *facts);

#endif
