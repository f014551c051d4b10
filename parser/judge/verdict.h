/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Rules over a page whose blocks the model has judged: comments, lists of
 * teasers, single lines of boilerplate, headings without text.
 *
 *     cd_apply_rules(&trial, options);      in parser/judge/judge.c only
 *
 * A rule drops only what its name says, and only on structure or on a phrase
 * row; docs/parser.md has the counts that each was judged by.
 */
#ifndef CD_PARSER_JUDGE_VERDICT_H
#define CD_PARSER_JUDGE_VERDICT_H

#include "parser/judge/outline.h"
#include "parser/page/options.h"

/* Probability of a block to be beyond doubt. */
#define CD_SURE .9

enum { CD_GUARD_WORDS = 60 }; /* prose of a page that has an article at all */

/* A page under judgement. */
struct cd_trial {
    struct cd_doc *doc;
    const struct cd_page *page;
    struct cd_outline outline;
    int16_t *rows; /* parser/judge/features.h */
    size_t n;      /* blocks */
    bool *copy;    /* of a block with the same text in a better box */
    bool sure;     /* the page has an article, and the model knows where */
    double expected_f1, expected_words; /* of what may be kept */
    unsigned core;                      /* then: the area that holds it */
    uint32_t path; /* of most of its prose, or 0: struct cd_piece */
};

/* Fills trial->copy by the blocks' scores.  Pages show the same text twice: for
 * wide screens and for small ones, in a window and below it.  Blocks of one box
 * are no copies, for a song repeats its lines. */
void cd_mark_copies(struct cd_trial *trial);

void cd_keep(struct cd_trial *trial, size_t i, struct cd_str reason);
void cd_drop(struct cd_trial *trial, size_t i, struct cd_str reason);

/* Is block i a line that leads somewhere else: link, and nothing else? */
bool cd_is_link_title(const struct cd_trial *trial, size_t i);

/* A card whose linked title goes, goes as a whole, where three or more of them
 * make a list and the article stands outside of it.  Such blurbs are whole
 * sentences, which the model takes for prose. */
void cd_cut_cards(struct cd_trial *trial);

/* A byline above the last of several paragraphs heads a note on the author. */
void cd_cut_bio(struct cd_trial *trial);

/* A paragraph that is one link to something else, a list of such in the text,
 * and whatever is only link behind the last sentence: teasers without a
 * phrase. */
void cd_cut_links(struct cd_trial *trial);

/* What a subscription offers: the list just below the call to subscribe. */
void cd_cut_offers(struct cd_trial *trial);

/* Does heading i stand above text that stays, but in another box?  Of two
 * articles glued together the one may quote the other, and has a heading of
 * its own. */
bool cd_heads_copy(const struct cd_trial *trial, size_t i);

/* Keeps paragraphs behind several that stay in the same box and in elements
 * like theirs: the end of a long article; and headings among such. */
void cd_keep_siblings(struct cd_trial *trial);

/* Captions of pictures in no element of that name: what the picture before it
 * is said to show, or what ends with who made it; and such credits alone. */
void cd_cut_captions(struct cd_trial *trial);

/* What says the headline again, before the text or behind its first paragraph,
 * in other letters, with other signs or with the name of the site. */
void cd_cut_headlines(struct cd_trial *trial);

/* Lists of names that programs give, and strings of identifiers; not code. */
void cd_cut_machine(struct cd_trial *trial);

/* A heading goes with the text below it: where the next block that is no
 * heading was dropped, or there is none, it heads nothing.  The caption of a
 * picture, an advertisement or a label may stand between the two, and anything
 * below one of several subheadings. */
void cd_cut_headings(struct cd_trial *trial);

/* Keeps the first row of a table that stays, which names its columns, and a row
 * or item that is a copy of one elsewhere, between two that stay. */
void cd_keep_rows(struct cd_trial *trial);

/* Keeps the lead between headline and text that the model was in doubt about,
 * on pages that say they are in a language other than English. */
void cd_keep_lead(struct cd_trial *trial);

/* Keeps headings above text that the model is sure of, and short lines of one
 * kind that stand above such, three or more: the names of steps and parts. */
void cd_keep_labels(struct cd_trial *trial);

/* Did the model alone drop block i, of so high a score, and does no phrase
 * speak against it? */
bool cd_model_alone(const struct cd_trial *trial, size_t i, double odds);

/* Why the model may have dropped block i: "model:menu" if it lies in one, or
 * "model" if nothing about it says more. */
struct cd_str cd_model_reason(const struct cd_trial *trial, size_t i);

void cd_apply_rules(struct cd_trial *trial,
                    const struct cd_parse_options *options);

#endif
