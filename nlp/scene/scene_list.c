/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/scene/scene_list.h"

bool
cd_scene_has(const uint32_t *list, size_t count, uint32_t one)
{
    for (size_t i = 0; i < count; i++)
        if (list[i] == one)
            return true;
    return false;
}

bool
cd_scene_has_any(const uint32_t *list, size_t count, const uint32_t *of,
                 size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (cd_scene_has(list, count, of[i]))
            return true;
    return false;
}

bool
cd_scene_has_all(const uint32_t *list, size_t count, const uint32_t *of,
                 size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!cd_scene_has(list, count, of[i]))
            return false;
    return true;
}

void
cd_scene_add(uint32_t *list, uint8_t *count, size_t most, uint32_t one)
{
    if (*count < most && !cd_scene_has(list, *count, one))
        list[(*count)++] = one;
}
