/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Languages that quantities are read in, and which of them a text is in.
 *
 *     enum cd_language lang = cd_language_of(doc->meta.language.value, text);
 *     if (lang != CD_LANGUAGE_NONE)
 *         cd_languages[lang].comma      "1.234,5" in German
 *
 * A language is a row of the list, data/lexicon.XX.tsv, data/numerals.XX.tsv,
 * data/claims.XX.tsv and among the first rows of data/languages.tsv; one that
 * texts are only known by is a row there.  Pure and const.
 */
#ifndef CD_NLP_QUANTITY_LANGUAGE_H
#define CD_NLP_QUANTITY_LANGUAGE_H

#include "base/str.h"

#define CD_LANGUAGES(X)                                                        \
    X(EN, "en")                                                                \
    X(DE, "de")                                                                \
    X(FR, "fr")                                                                \
    X(ES, "es")

enum cd_language {
#define X(name, tag) CD_LANGUAGE_##name,
    CD_LANGUAGES(X)
#undef X
        CD_LANGUAGE_COUNT,
    CD_LANGUAGE_NONE = CD_LANGUAGE_COUNT /* one without rules */
};

/* How a language writes its numbers and nouns. */
struct cd_language_style {
    const char *tag;
    bool comma;     /* decimal comma, points between thousands */
    bool elides;    /* "d'euros" is two words */
    bool compounds; /* "zweihundertzehn" is many */
    bool capitals;  /* nouns have them */
};

extern const struct cd_language_style cd_languages[];

/*
 * The language of a text with a tag ("de-AT", or empty): what its words say,
 * looked at here and there in a long text; the tag where they are few, and
 * English where there is none.  CD_LANGUAGE_NONE: the words or the letters are
 * those of a language without rules.
 */
enum cd_language cd_language_of(struct cd_str tag, struct cd_str text);

#endif
