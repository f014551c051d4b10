/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What single words mean to the attachment of quantities: verbs of change,
 * nouns that measure, verbs of saying.
 *
 *     cd_word_value(CD_STR("plummeted"), CD_WORD_MOVE)     "down"
 *     cd_word_is(CD_STR("said"), CD_WORD_REPORT)           true
 *     cd_verb_participle(&arena, CD_STR("sells"))          "sold"
 *
 * The rows are data/words.en.tsv and data/verbs.en.tsv; an inflected form finds
 * the row of its base form.  Const: any thread may use it.
 */
#ifndef CD_NLP_WORD_WORD_H
#define CD_NLP_WORD_WORD_H

#include "base/arena.h"

#define CD_WORD_CLASSES(X)                                                     \
    X(MOVE)     /* verb: its subject changes; value up or down */              \
    X(PUSH)     /* verb: its object changes */                                 \
    X(CARRY)    /* verb: "takes it below 9" moves its object */                \
    X(LINE)     /* "climbed above 7": the way across; value up or down */      \
    X(SETTLE)   /* verb: "rose 5% to settle at $9" */                          \
    X(MOVENOUN) /* "a loss of" */                                              \
    X(BESIDE)   /* "5% higher", "up 5%" */                                     \
    X(RECORD)   /* "a new high of" */                                          \
    X(KIND)     /* verb that bounds: "surpassed"; value a kind */              \
    X(MEASURE)  /* noun that measures; value the name used in groups */        \
    X(FIRM)     /* noun of what a company has: its name was said before */     \
    X(RATE)     /* noun whose percentage is a level, not a share */            \
    X(RATIO)                                                                   \
    X(GROWTH)   /* noun whose percentage is a change */                        \
    X(NOMINAL)  /* verb; value the property that it speaks of */               \
    X(OFSHARE)  /* noun of NOMINAL that only a percentage can be: "stake" */   \
    X(OFMONEY)  /* noun of NOMINAL that only money can be: "price" */          \
    X(STAKES)   /* verb: 12% of it is a stake: "acquired 12% of a mill" */     \
    X(MAKING)   /* verb; value the noun of the deed */                         \
    X(LIGHT)    /* verb that says nothing of the property */                   \
    X(REPORT)   /* verb of saying */                                           \
    X(SOURCED)  /* behind a noun: "people familiar with it"; value of what */  \
    X(ASKING)   /* begins a question in a sentence: "not say how many" */      \
    X(ASKED)    /* participle: "polled by Tarn" tells the source */            \
    X(FORECAST) /* verb */                                                     \
    X(POUNDS)   /* beside "pounds"; value money or weight */                   \
    X(FROMTO)   /* before "from A to B"; value range or change */              \
    X(SHIFT)    /* verb: "added $5m to X"; value "to" or "from" */             \
    X(GIVE)     /* verb with two objects: "cost the firm $5m" */               \
    X(TAKE)     /* verb: "gets $5m", which says no more than an amount */      \
    X(KEEP)     /* verb: "left its rate at 3%" tells that rate */              \
    X(PARTICLE) /* verb that means another thing with "up" or "down" */        \
    X(PUT)      /* verb: "puts Kray on 55%" tells Kray's share */              \
    X(MEANS)    /* verb: who "uses money to hire" hires, not the money */      \
    X(CAUSE)    /* verb: "forces rents to rise"; value bare: without "to"; */  \
                /* owner: as "saw shares rise", which are its subject's */     \
    X(FORECASTER) /* who "expects $5m" of another: analysts */                 \
    X(DEMAND)     /* verb: "demands that he pay" has a base form behind */     \
    X(FORECASTNOUN)                                                            \
    X(HEDGE)                                                                   \
    X(WILL)                                                                    \
    X(HABIT) /* "will generally cost" is no forecast */                        \
    X(DENY)                                                                    \
    X(GENERIC)   /* "the company": stands for a name said before */            \
    X(EQUAL)     /* verb: its subject is what the quantity measures */         \
    X(DIMENSION) /* "210 metres tall": value is the property */                \
    X(CONCRETE)  /* noun: "a $5m facility" costs that */                       \
    X(PERSONAL)  /* he, she */                                                 \
    X(OWNER)     /* its, their, my */                                          \
    X(THING)     /* it, they */                                                \
    X(LOCATE)    /* verb: "34 people live in X" */                             \
    X(MONTH)                                                                   \
    X(DAY)                                                                     \
    X(PERIOD)      /* year, quarter */                                         \
    X(WHEN)        /* today, annually */                                       \
    X(PLACEHOLDER) /* "a total of", "an average of" */                         \
    X(MEMBER)                                                                  \
    X(QUESTION)  /* what a number answers beside it; value its name */         \
    X(SCOPE)     /* tells a part or another time: "abroad"; value its name */  \
    X(POINTKIND) /* "break points" are counted, no points of an index */       \
    X(HARM)    /* verb of what befalls people: "killed 12", "12 were hurt" */  \
    X(CROWD)   /* verb of people, who need no name: "200 gathered" */          \
    X(RIVAL)   /* verb: "leads B 48% to 44%", and 44% is B's */                \
    X(DEED)    /* "a 28-yard run": its doer's, and not a thing's size */       \
    X(TERM)    /* "a 5-year sentence": somebody's, and not a thing's length */ \
    X(UPTO)    /* verb: "edged up to 9" tells no bound; value when */          \
    X(OVER)    /* verb: "took over 7 banks" tells no bound; value of whom */   \
    X(OVERED)  /* noun that it may be said of: value of the verb's row */      \
    X(ROUGHLY) /* word before "about a 9% share"; value what is before it */   \
    X(COUNTED) /* noun: value the unit that it is compared in */               \
    X(PLAYED)  /* near "2-1": value what a score counts there: goal, vote */   \
    X(NAMING)  /* beside a name: firm "Inc", title "Sir", compass "North" */   \
    X(HOUSE)   /* a name that ends in an owner's mark: "Macy's" */

enum cd_word_class {
#define X(name) CD_WORD_##name,
    CD_WORD_CLASSES(X)
#undef X
        CD_WORD_CLASS_COUNT
};

/* The value of the row of a word, in lower case and in any form, or NULL. */
const char *cd_word_value(struct cd_str fold, enum cd_word_class class);

static inline bool
cd_word_is(struct cd_str fold, enum cd_word_class class)
{
    return cd_word_value(fold, class) != NULL;
}

/* "best", "most", "record", and what ends as "highest" does. */
bool cd_word_is_superlative(struct cd_str fold);

/* Is the last word of a phrase in the class?  Capitals do not count. */
bool cd_word_ends(struct cd_str text, enum cd_word_class class);

/* Is it the past tense of a verb and no other form or word: "grew"? */
bool cd_verb_is_past(struct cd_str fold);

/* Is it an irregular form of a verb other than the base form: "lost"? */
bool cd_verb_is_bent(struct cd_str fold);

/* Are base form and past tense the same: "cut", "cost"? */
bool cd_verb_is_constant(struct cd_str fold);

/* Can it be an auxiliary: a form of be, have, do, or a modal verb? */
bool cd_verb_is_auxiliary(struct cd_str fold);

/* The past participle of a verb in any form. */
struct cd_str cd_verb_participle(struct cd_arena *arena, struct cd_str fold);

#endif
