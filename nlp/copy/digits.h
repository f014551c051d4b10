/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The marks inside a number: "8,791,000.5", "8.791.000,5", "8'791'000", and
 * the spaces that no line is broken at.
 *
 *     n = cd_digits_mark(CD_STR("3.500"), 1);      1: a group follows
 *
 * "3.500" is three thousand and five hundred in most of Europe and three and a
 * half in English: whoever compares numbers must try both.  Thread rule: no
 * state; at is a byte of text.
 */
#ifndef CD_NLP_COPY_DIGITS_H
#define CD_NLP_COPY_DIGITS_H

#include "base/str.h"

/* Digits from at on. */
size_t cd_digits_count(struct cd_str text, size_t at);

/* The bytes of a mark at at that may stand before a group of three digits, if
 * three and no fourth stand behind it; else 0.  Of a point also what stands
 * before it must be a first group: not "0.500", "1234.567". */
size_t cd_digits_mark(struct cd_str text, size_t at);

/* Is the comma at at that of "2,7 Prozent": one digit or two behind it, and
 * nothing of a list ("1,2,3") or a date on either side? */
bool cd_digits_decimal(struct cd_str text, size_t at);

#endif
