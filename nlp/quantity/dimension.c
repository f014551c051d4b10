/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/quantity/dimension.h"

#include "base/sorted.h"

struct cd_dimension_row {
    const char *code;
    enum cd_dimension dimension;
};

#include "nlp/quantity/dimensions.inc"

enum cd_dimension
cd_dimension_of(struct cd_str unit)
{
    static const uint16_t pairs[] = CD_DIMENSION_ROW_PAIRS;
    static const struct cd_sorted rows =
        CD_SORTED(cd_dimension_row_table, pairs);
    size_t row = cd_sorted_find(&rows, unit), slash;

    if (row == rows.count) {
        slash = cd_str_find(unit, CD_STR("/"), 0);
        if (slash != SIZE_MAX)
            row = cd_sorted_find(&rows, cd_str_sub(unit, 0, slash));
    }
    return row < rows.count ? cd_dimension_row_table[row].dimension
                            : CD_DIMENSION_COUNT;
}
