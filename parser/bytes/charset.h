/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Decoding: bytes of a page in any encoding -> UTF-8.
 *
 *     status = cd_charset_decode(doc, &err);      fills page, encoding
 *
 * What decides, in this order: a byte order mark; a pattern of NUL bytes
 * (UTF-16 without a mark); bytes that are valid UTF-8 beyond chance; the HTTP
 * header (doc->charset); a meta element or XML declaration; the language that
 * the page names; the bytes themselves.  So a page in UTF-8 is read as such
 * whatever it says.  Labels mean what the WHATWG Encoding Standard says
 * ("latin1" is windows-1252); UTF-16 in a meta element means UTF-8; UTF-7 and
 * the encodings of the "replacement" are refused.
 */
#ifndef CD_PARSER_BYTES_CHARSET_H
#define CD_PARSER_BYTES_CHARSET_H

#include "base/doc.h"
#include "base/error.h"

enum cd_charset_kind {
    CD_CHARSET_UTF8,
    CD_CHARSET_UTF16,
    CD_CHARSET_SINGLE, /* one byte a character */
    CD_CHARSET_MULTI,
    CD_CHARSET_REFUSED,
};

struct cd_charset {
    const char *label; /* lower case */
    const char *name;  /* of the encoding, lower case */
    const char *iconv;
    enum cd_charset_kind kind;
};

/* The encoding of a label in any case and with white space around it, or
 * NULL. */
const struct cd_charset *cd_charset_find(struct cd_str label);

/*
 * Decodes doc->bytes into doc->page, which has no NUL bytes and no controls but
 * white space; sets doc->encoding and account.bad_bytes (invalid sequences,
 * now U+FFFD, and controls left out).  CD_SKIP if the bytes are no text.
 */
enum cd_status cd_charset_decode(struct cd_doc *doc, struct cd_error *err);

/* What a page says of itself (parser/bytes/charset_meta.c): the label of its
 * XML declaration or first meta element, and its language; absent where it does
 * not say. */
struct cd_charset_hints {
    struct cd_str label, lang;
};

struct cd_charset_hints cd_charset_hints(struct cd_arena *arena,
                                         struct cd_str bytes);

#endif
