/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/scene/scene_maker.h"
#include "nlp/word/word.h"

struct cd_str
cd_scene_unit_per(struct cd_str unit)
{
    static const char *const periods[] = { "/d", "/wk", "/mo", "/a" };

    for (size_t i = 0; i < CD_COUNT(periods); i++) {
        struct cd_str period = cd_str_of(periods[i]);

        if (unit.n > period.n && cd_str_ends(unit, period))
            return cd_str_sub(unit, unit.n - period.n, unit.n);
    }
    return cd_str_sub(unit, unit.n, unit.n);
}

struct cd_str
cd_scene_unit_counted(struct cd_str unit)
{
    return cd_str_sub(unit, 0, unit.n - cd_scene_unit_per(unit).n);
}

struct cd_str
cd_scene_unit(struct cd_str unit)
{
    struct cd_str counted = cd_scene_unit_counted(unit);
    const char *name = cd_word_value(counted, CD_WORD_COUNTED);

    return name == NULL ? counted : cd_str_of(name);
}

/* The last word that counts: "ridership" of "daily ridership". */
struct cd_str
cd_scene_unit_of(struct cd_str property)
{
    for (size_t at = property.n; at-- > 0;) {
        const char *name;

        if (at > 0 && property.p[at - 1] != ' ')
            continue;
        name = cd_word_value(cd_str_sub(property, at, property.n),
                             CD_WORD_COUNTED);
        if (name != NULL)
            return cd_str_of(name);
    }
    return CD_STR("1");
}
