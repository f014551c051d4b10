/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/quantity/wire.h"

#include "base/date.h"

enum {
    PLACE_MAX = 3,   /* letters of a place of trade: "L", "HK", "TWO" */
    CODES_MAX = 16,  /* tokens in a bracket of codes */
    PLACE_WORDS = 9, /* tokens of a dateline before the agency or the dash */
    AGENCY_WORDS = 5,
};

static bool
is_glued(const struct cd_tokens *tokens, size_t at)
{
    return at < tokens->count &&
           (tokens->items[at].flags & CD_TOKEN_SPACED) == 0;
}

static bool
is_caps(const struct cd_tokens *tokens, size_t at)
{
    return at < tokens->count && tokens->items[at].kind == CD_TOKEN_WORD &&
           (tokens->items[at].flags & CD_TOKEN_CAPS) != 0;
}

static bool
is_point(const struct cd_tokens *tokens, size_t at)
{
    return at < tokens->count && cd_token_is(&tokens->items[at], ".");
}

/* Behind ".L" at at, glued on both sides; at if that is not there. */
static size_t
place_end(const struct cd_tokens *tokens, size_t at)
{
    if (!is_point(tokens, at) || !is_glued(tokens, at) ||
        !is_caps(tokens, at + 1) || !is_glued(tokens, at + 1) ||
        tokens->items[at + 1].fold.n > PLACE_MAX ||
        (is_point(tokens, at + 2) && is_glued(tokens, at + 2) &&
         at + 3 < tokens->count && is_glued(tokens, at + 3)))
        return at;
    return at + 2;
}

/* Behind the code with a point that begins at at: "NRK.L", "005490.KS" or
 * ".SPX"; at if none does. */
static size_t
pointed_end(const struct cd_tokens *tokens, size_t at)
{
    const struct cd_token *token = &tokens->items[at];

    if (token->rule != NULL && strcmp(token->rule, "22-share-code") == 0)
        return at + 1;
    if (is_point(tokens, at) && (token->flags & CD_TOKEN_SPACED) != 0)
        return is_caps(tokens, at + 1) && is_glued(tokens, at + 1) ? at + 2
                                                                   : at;
    if (is_caps(tokens, at) && place_end(tokens, at + 1) > at + 1)
        return at + 3;
    return at;
}

/* Behind "NASDAQ: INTC", "NYSE:T" at at; at if that is not there. */
static size_t
listed_end(const struct cd_tokens *tokens, size_t at)
{
    static const char *const markets[] = { "nasdaq", "nyse", "amex", "lse",
                                           "lon",    "tsx",  "asx",  "otc",
                                           "hkex",   "jse",  "nse",  "bse",
                                           "six",    "sgx" };

    if (at + 2 < tokens->count &&
        cd_str_among(tokens->items[at].fold, markets, CD_COUNT(markets)) &&
        cd_token_is(&tokens->items[at + 1], ":") && is_caps(tokens, at + 2))
        return at + 3;
    return at;
}

/* Behind a bracket with nothing but codes in it; at if none begins at at. */
static size_t
bracket_end(const struct cd_tokens *tokens, size_t at)
{
    const char *close = cd_token_is(&tokens->items[at], "(")   ? ")"
                        : cd_token_is(&tokens->items[at], "<") ? ">"
                                                               : NULL;
    size_t i = at + 1, next;

    if (close == NULL)
        return at;
    while (i < tokens->count && i < at + CODES_MAX) {
        if (i > at + 1 && cd_token_is(&tokens->items[i], close))
            return i + 1;
        next = pointed_end(tokens, i);
        if (next == i)
            next = listed_end(tokens, i);
        if (next == i && close[0] == '>' && is_caps(tokens, i))
            next = i + 1; /* "<FAIR>" */
        if (next == i && i > at + 1 && cd_token_is(&tokens->items[i], ","))
            next = i + 1;
        if (next == i)
            return at;
        i = next;
    }
    return at;
}

/* Is the token the last of a name: "Inc", the point of "Inc."? */
static bool
ends_name(const struct cd_tokens *tokens, size_t at)
{
    if (is_point(tokens, at) && at > 0 && is_glued(tokens, at))
        at--;
    return (tokens->items[at].flags & CD_TOKEN_CAPITAL) != 0;
}

/* Behind the code at at, which stands behind a name; at if there is none. */
static size_t
code_end(const struct cd_tokens *tokens, size_t at)
{
    size_t end;

    if (at == 0)
        return at;
    end = bracket_end(tokens, at);
    if (end > at)
        return end;
    if ((tokens->items[at].flags & CD_TOKEN_SPACED) == 0 ||
        (is_point(tokens, at) ? tokens->items[at - 1].kind == CD_TOKEN_SIGN
                              : !ends_name(tokens, at - 1)))
        return at;
    return pointed_end(tokens, at);
}

/* Behind the address of a page that begins at at: "www.orsk.com/8-qt-mix"; at
 * if none does. */
static size_t
address_end(const struct cd_tokens *tokens, size_t at)
{
    const struct cd_token *items = tokens->items;
    size_t end = at + 1;

    if (end + 1 >= tokens->count || !is_glued(tokens, end) ||
        !((cd_token_is(&items[at], "www") && is_point(tokens, end)) ||
          ((cd_token_is(&items[at], "http") ||
            cd_token_is(&items[at], "https")) &&
           cd_token_is(&items[end], ":"))))
        return at;
    while (end < tokens->count && is_glued(tokens, end) &&
           !cd_token_is(&items[end], ")") && !cd_token_is(&items[end], ">"))
        end++;
    /* a point at the end is the sentence's */
    return is_point(tokens, end - 1) ? end - 1 : end;
}

static bool
is_dash(const struct cd_tokens *tokens, size_t at)
{
    const struct cd_token *token = &tokens->items[at];

    return cd_token_is(token, "\u2014") || cd_token_is(token, "\u2013") ||
           (cd_token_is(token, "-") && (token->flags & CD_TOKEN_SPACED) != 0);
}

/* Behind "(Reuters)" at at; at if no such bracket begins there. */
static size_t
agency_end(const struct cd_tokens *tokens, size_t at)
{
    if (!cd_token_is(&tokens->items[at], "("))
        return at;
    for (size_t i = at + 1; i < tokens->count && i <= at + AGENCY_WORDS; i++) {
        if (cd_token_is(&tokens->items[i], ")"))
            return i + 1;
        if ((tokens->items[i].flags & CD_TOKEN_CAPITAL) == 0 &&
            !is_point(tokens, i))
            return at;
    }
    return at;
}

/* 3 of "March 3", "Sept. 3". */
static bool
is_day(const struct cd_tokens *tokens, size_t at)
{
    if (tokens->items[at].kind != CD_TOKEN_NUMBER)
        return false;
    if (at > 1 && is_point(tokens, at - 1))
        at--;
    return cd_date_month(tokens->items[at - 1].fold) != 0;
}

/* Behind "LONDON, March 3 (Reuters) - " or "BOSTON -- " at the beginning, or
 * 0.  "IBM -- the largest -- said" has a second dash. */
static size_t
dateline_end(const struct cd_tokens *tokens)
{
    size_t at = 0, end;
    bool caps = true;

    while (at < tokens->count && at < PLACE_WORDS &&
           ((tokens->items[at].flags & CD_TOKEN_CAPITAL) != 0 ||
            (at > 0 && (cd_token_is(&tokens->items[at], ",") ||
                        cd_token_is(&tokens->items[at], "/") ||
                        is_point(tokens, at) || is_day(tokens, at))))) {
        caps = caps && is_caps(tokens, at) && tokens->items[at].fold.n > 2;
        at++;
    }
    if (at == 0 || at + 1 >= tokens->count)
        return 0;
    end = agency_end(tokens, at);
    if (end + 1 >= tokens->count || !is_dash(tokens, end) ||
        (end == at && !caps))
        return 0;
    for (size_t i = end + 1; end == at && i < tokens->count; i++)
        if (is_dash(tokens, i))
            return 0;
    return (tokens->items[end + 1].flags & CD_TOKEN_CAPITAL) != 0 ? end + 1 : 0;
}

/* Behind the sign that an item of a list begins with ("- ", "-- ", "\u2022 "),
 * or 0. */
static size_t
bullet_end(const struct cd_tokens *tokens)
{
    static const char *const bullets[] = { "-",      "\u2014", "\u2013",
                                           "\u2022", "\u25cf", "\u25aa",
                                           "*",      "\u00b7" };

    return tokens->count > 1 && tokens->items[1].kind == CD_TOKEN_WORD &&
           (tokens->items[1].flags & CD_TOKEN_SPACED) != 0 &&
           cd_str_among(tokens->items[0].fold, bullets, CD_COUNT(bullets));
}

void
cd_wire_drop(struct cd_tokens *tokens)
{
    size_t kept = 0, bullet = bullet_end(tokens);

    for (size_t at = bullet > 0 ? bullet : dateline_end(tokens);
         at < tokens->count;) {
        size_t end = code_end(tokens, at);

        if (end == at)
            end = address_end(tokens, at);
        if (end == at)
            tokens->items[kept++] = tokens->items[at++];
        else
            at = end;
    }
    tokens->count = kept;
}
