/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The lexicon: what words and phrases mean to the grammar of quantities.
 *
 *     struct cd_term term = cd_lexicon_at(lexicon, text, &tokens, i, SIZE_MAX);
 *
 *     if (term.classes & CD_CLASS(UNIT)) ...
 *
 * Rows are data/lexicon.*.tsv, units.tsv and currencies.tsv.  A surface in
 * lower case matches in any case; one with a capital letter matches as it is.
 * Const once built, shared by all threads.
 */
#ifndef CD_NLP_QUANTITY_LEXICON_H
#define CD_NLP_QUANTITY_LEXICON_H

#include "nlp/quantity/decimal.h"
#include "nlp/quantity/token.h"

/* Word classes that rows name, then classes that the tokens' forms give. */
#define CD_CLASSES(X)                                                          \
    X(ONES) /* one ... nineteen, zero: value */                                \
    X(TENS) /* twenty ... ninety */                                            \
    X(HUNDRED)                                                                 \
    X(SCALE)   /* thousand, million, lakh, bn: value */                        \
    X(SUFFIX)  /* a letter that may be a scale: m b t k */                     \
    X(DOZEN)   /* dozen, score: value */                                       \
    X(PLENTY)  /* dozens, millions: a number without a value */                \
    X(ORDINAL) /* first: value */                                              \
    X(DENOM)   /* third(s), quarter(s): value of the denominator */            \
    X(HALF)                                                                    \
    X(NEGATIVE) /* minus, negative */                                          \
    X(POINTWORD)                                                               \
    X(AND)                                                                     \
    X(OR)                                                                      \
    X(TO)                                                                      \
    X(FROM)                                                                    \
    X(BETWEEN)                                                                 \
    X(OF)                                                                      \
    X(IN)                                                                      \
    X(BY)                                                                      \
    X(OUTOF)                                                                   \
    X(ARTICLE)                                                                 \
    X(THE)                                                                     \
    X(PER)     /* per, each, every, / */                                       \
    X(CUR)     /* sign or prefix before or after the number: ISO code */       \
    X(CURWORD) /* dollars, euros: behind the number */                         \
    X(CENTS)   /* a hundredth of a currency: its ISO code */                   \
    X(PCT)                                                                     \
    X(PP)                                                                      \
    X(BP)                                                                      \
    X(DEG)      /* degree(s), the degree sign */                               \
    X(DEGUNIT)  /* celsius, C, F behind a degree */                            \
    X(UNIT)     /* physical: UCUM-like code */                                 \
    X(TIMEUNIT) /* second ... century: code */                                 \
    X(OLD)                                                                     \
    X(AGED)                                                                    \
    X(GLUEDCUR) /* only right before an amount */                              \
    X(WASAGED)  /* "she is", before an age */                                  \
    X(SUMOF)    /* "a total of": what follows is no year */                    \
    X(TIMES)                                                                   \
    X(FOLD)                                                                    \
    X(MULTIPLE) /* twice, doubled: value */                                    \
    X(COMPARED) /* as many, more, larger, the: behind "three times" */         \
    X(RANKED)                                                                  \
    X(NUMBERNO) /* No., number, # */                                           \
    X(SUPERLATIVE)                                                             \
    X(SCOREWORD)                                                               \
    X(ABOUT)                                                                   \
    X(ATLEAST)                                                                 \
    X(ATMOST)                                                                  \
    X(MORETHAN)                                                                \
    X(LESSTHAN)                                                                \
    X(EXACTLY)                                                                 \
    X(ORMORE)                                                                  \
    X(ORLESS)                                                                  \
    X(ORSO)                                                                    \
    X(MONTH)                                                                   \
    X(WEEKDAY)                                                                 \
    X(ERA)       /* BC, AD, century */                                         \
    X(CLOCKWORD) /* o'clock, GMT, am */                                        \
    X(AGO)       /* ago, later, earlier */                                     \
    X(WITHIN)    /* over the past, within, for the next */                     \
    X(REFERS)    /* figure, chapter, page, section: a number names one */      \
    X(MODEL)     /* words whose number is a name */                            \
    X(STREET)    /* street, avenue */                                          \
    X(IDIOM)     /* a phrase with a number word in it that counts nothing */   \
    X(STOP)      /* ends a noun phrase */                                      \
    X(VERB)      /* common verbs and participles: end a noun phrase as well */ \
    X(PLURAL)    /* irregular plural: value is the singular */                 \
    X(SAME)      /* ends in s, but is no plural */                             \
    X(APPROXNOUN)  /* couple, handful */                                       \
    X(CONTEXTUNIT) /* only beside its number: m, in, C */                      \
    X(POUNDS)      /* of weight, or of money where millions are meant */       \
    X(RISE)        /* in languages without a parser: a word of change */       \
    X(FALL)                                                                    \
    X(TOPREP)    /* "auf": to what level */                                    \
    X(CHANGED)   /* rose, up: what follows is no range */                      \
    X(FORMAT)    /* 5G, 4K */                                                  \
    X(ADJBEFORE) /* may stand before what is counted: "possible" */            \
    X(IMPLIES)   /* population: the unit of a bare number: value */            \
    X(GROUP)     /* top, ages, type: restrict a group, count nothing */        \
    /* by form */                                                              \
    X(WORD) /* as a row with a capital: no STOP ("US") */                      \
    X(CAPITAL)                                                                 \
    X(CAPS)                                                                    \
    X(LOWER)                                                                   \
    X(PLURALISH) /* looks like a plural */                                     \
    X(DIGITS)    /* a word with digits: H800 */                                \
    X(COMMA)                                                                   \
    X(STOPMARK) /* . ! ? ; : */                                                \
    X(COLON)                                                                   \
    X(HYPHEN)                                                                  \
    X(DASH)                                                                    \
    X(LPAREN)                                                                  \
    X(RPAREN)                                                                  \
    X(SLASH)                                                                   \
    X(PLUS)                                                                    \
    X(MINUS)                                                                   \
    X(PLUSMINUS)                                                               \
    X(HASH)                                                                    \
    X(QUOTE)                                                                   \
    X(PRIME)                                                                   \
    X(POSSESSIVE)                                                              \
    X(START) /* before the first item of the window or a line */               \
    /* by the number that was read */                                          \
    X(NUM)                                                                     \
    X(INT)                                                                     \
    X(DIGITNUM) /* written in digits */                                        \
    X(WORDNUM)                                                                 \
    X(ONE)                                                                     \
    X(YEAR)    /* four digits, 1100 to 2100 */                                 \
    X(YEAR2)   /* two digits */                                                \
    X(DAY)     /* 1 to 31 */                                                   \
    X(SMALL)   /* below 13 */                                                  \
    X(AGEABLE) /* 1 to 115 */                                                  \
    X(BIG)     /* 1000 or more, or with a decimal point or scale */            \
    X(SCALED)  /* a million or more by its scale word */                       \
    X(FRAC)                                                                    \
    X(VAGUE)                                                                   \
    X(ORDNUM)                                                                  \
    X(CLOCK)                                                                   \
    X(ELAPSED)                                                                 \
    X(NONCLAIM)                                                                \
    /* by the rows that made them */                                           \
    X(QTY) /* a quantity of any class */                                       \
    X(MONEY)                                                                   \
    X(PERCENT)                                                                 \
    X(MEASURE) /* physical, temperature, duration */                           \
    X(DURATION)                                                                \
    X(PLAIN) /* a number alone */                                              \
    X(RANGE)

enum cd_class {
#define X(name) CD_CLASS_##name,
    CD_CLASSES(X)
#undef X
        CD_CLASS_COUNT
};

extern const char *const cd_class_names[];

#define CD_CLASS(name) ((cd_u128)1 << CD_CLASS_##name)

/* A row: a surface and one thing that it may mean. */
struct cd_lex {
    const char *surface;
    enum cd_class class;
    const char *value; /* code, number or singular; "-" if none */
};

/* What the lexicon knows of the words that begin at a token. */
struct cd_term {
    const struct cd_entry *as_written, *folded; /* NULL if nothing */
    cd_u128 classes; /* of the entry and of the token's form */
    uint32_t tokens; /* that the surface takes: 1 or more */
};

/* The rows of a language, in the order of their surfaces;
 * nlp/quantity/lexicon_rows.c. */
struct cd_lex_rows {
    const struct cd_lex *rows;
    size_t count;
};

extern const struct cd_lex_rows cd_lexicon_rows[];

struct cd_lexicon;

/* The words of a language, and the signs and symbols that all share. */
struct cd_lexicon *cd_lexicon_new(const struct cd_tokenizer *tokenizer,
                                  enum cd_language language,
                                  struct cd_error *err);
void cd_lexicon_free(struct cd_lexicon *lexicon);

/* The longest surface of at most that many tokens that begins at a token. */
struct cd_term cd_lexicon_at(const struct cd_lexicon *lexicon,
                             struct cd_str text, const struct cd_tokens *tokens,
                             size_t at, size_t most);

/* What a word alone says: a number ("dozen"), or a measure, of which an article
 * makes one ("an hour"). */
enum cd_lexicon_kind {
    CD_LEXICON_NUMBER,
    CD_LEXICON_MEASURE,
    CD_LEXICON_KINDS
};

/* Is the word, in any case, of that kind?  Longer ones are not. */
enum { CD_LEXICON_WORD_MAX = 12 };
bool cd_lexicon_is(const struct cd_lexicon *lexicon, struct cd_str word,
                   enum cd_lexicon_kind kind);

/* The value of the term's row of that class, or NULL. */
const char *cd_term_value(const struct cd_term *term, enum cd_class class);

/* The row of a word in lower case and a class, or NULL: for singulars. */
enum cd_language cd_lexicon_language(const struct cd_lexicon *lexicon);

const char *cd_lexicon_value(const struct cd_lexicon *lexicon,
                             struct cd_str word, enum cd_class class);

#endif
