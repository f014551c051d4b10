/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How rare a word is: idf = ln(paragraphs / paragraphs with the stem), counted
 * on open news and web text (docs/licences.md) and kept in sixteenths.
 *
 *     weight = cd_idf(stem, length, false);     "the" 10, "treasury" 117
 */
#ifndef CD_NLP_COPY_IDF_H
#define CD_NLP_COPY_IDF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    CD_IDF_ONE = 16,      /* an idf of 1 */
    CD_IDF_UNKNOWN = 152, /* of a word that the table does not have: 9.5 */
    CD_IDF_COMMON = 56,   /* below: a function word, which proves nothing */
};

/* The weight of a stem by its hash (cd_word.stem), its length in bytes, and
 * whether it is a number. */
uint8_t cd_idf(uint32_t stem, size_t length, bool number);

/* Its weight in texts of other languages than English, where it is a frequent
 * word of one; else 0. */
uint8_t cd_idf_other(uint32_t stem);

/* A hash of the table: what was made with another does not fit. */
uint64_t cd_idf_hash(void);

#endif
