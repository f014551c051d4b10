/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The attributes of a start tag; a part of parser/html/token.c.
 */
#ifndef CD_PARSER_HTML_TOKEN_ATTR_H
#define CD_PARSER_HTML_TOKEN_ATTR_H

#include "parser/html/token.h"

/* Reads from tokens->at, just behind the name of a tag, to behind its ">".
 * False if the page ends first. */
bool cd_token_attributes(struct cd_tokens *tokens);

/* name, in lower case: itself, or a copy. */
struct cd_str cd_token_lower(struct cd_arena *arena, struct cd_str name);

#endif
