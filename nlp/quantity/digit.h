/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Digits of every script, and the fractions that are one character.
 *
 *     cd_digit_ascii(0x0665)        '5'
 *     cd_digit_fraction(0xBD)       "1/2"
 *
 * Pure.
 */
#ifndef CD_NLP_QUANTITY_DIGIT_H
#define CD_NLP_QUANTITY_DIGIT_H

#include "base/str.h"

/* What ASCII writes for a digit or separator of any script; 0 for a character
 * that can not be part of a number. */
char cd_digit_ascii(uint32_t code);

/* The fraction that a character is, or NULL. */
const char *cd_digit_fraction(uint32_t code);

#endif
