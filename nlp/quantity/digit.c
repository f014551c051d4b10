/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/quantity/digit.h"

#include "base/ascii.h"
#include "base/memory.h"
#include "base/utf8.h"

char
cd_digit_ascii(uint32_t code)
{
    if (code < 0x80)
        return cd_ascii_is_digit((char)code) || code == '.' || code == ','
                   ? (char)code
                   : 0;
    if (code == 0xFF0C || code == 0x066C)
        return ',';
    if (code == 0xFF0E || code == 0x066B)
        return '.';
    if (!cd_utf8_is_digit(code))
        return 0;
    if (code >= 0x1D7CE && code <= 0x1D7FF)
        return (char)('0' + (code - 0x1D7CE) % 10);
    /* all other blocks of digits begin at a multiple of 16, or 6 behind one */
    return (char)('0' + ((code & 0xF) >= 6 && (code & 0xFF) >= 0x46 &&
                                 cd_utf8_is_digit((code & ~0xFU) + 0xF)
                             ? (code & 0xF) - 6
                             : code & 0xF));
}

static const struct {
    uint32_t code;
    const char *value;
} vulgar[] = {
    { 0xBC, "1/4" },   { 0xBD, "1/2" },    { 0xBE, "3/4" },   { 0x2150, "1/7" },
    { 0x2151, "1/9" }, { 0x2152, "1/10" }, { 0x2153, "1/3" }, { 0x2154, "2/3" },
    { 0x2155, "1/5" }, { 0x2156, "2/5" },  { 0x2157, "3/5" }, { 0x2158, "4/5" },
    { 0x2159, "1/6" }, { 0x215A, "5/6" },  { 0x215B, "1/8" }, { 0x215C, "3/8" },
    { 0x215D, "5/8" }, { 0x215E, "7/8" },
};

const char *
cd_digit_fraction(uint32_t code)
{
    if (code < 0xBC || code > 0x215E)
        return NULL;
    for (size_t i = 0; i < CD_COUNT(vulgar); i++)
        if (vulgar[i].code == code)
            return vulgar[i].value;
    return NULL;
}
