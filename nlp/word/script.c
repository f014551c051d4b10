/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/word/script.h"

#include "base/str.h"

static const struct {
    uint32_t first, last;
} unspaced[] = {
    { 0x0E00, 0x0EFF },   /* Thai, Lao */
    { 0x1000, 0x109F },   /* Burmese */
    { 0x1780, 0x17FF },   /* Khmer */
    { 0x3005, 0x3007 },   /* iteration marks */
    { 0x3040, 0x30FF },   /* Hiragana, Katakana */
    { 0x31F0, 0x31FF },   /* Katakana extensions */
    { 0x3400, 0x4DBF },   /* Han */
    { 0x4E00, 0x9FFF },   /* Han */
    { 0xF900, 0xFAFF },   /* Han, compatibility */
    { 0xFF66, 0xFF9F },   /* Katakana, half width */
    { 0x20000, 0x3FFFF }, /* Han, supplementary planes */
};

bool
cd_script_is_unspaced(uint32_t code)
{
    if (code < unspaced[0].first)
        return false;
    for (size_t i = 0; i < CD_COUNT(unspaced); i++) {
        if (code >= unspaced[i].first && code <= unspaced[i].last)
            return true;
    }
    return false;
}
