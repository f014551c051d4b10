/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/claim/want.h"

#include "base/buf.h"

static const char *const dimension_names[] = {
#define X(name, text, told, alone) text,
    CD_DIMENSIONS(X)
#undef X
};

/* The literal readings, in the order of read_name(). */
static const char *const literals[] = { "number", "ordinal", "date" };

/* One bit for each of names that name is. */
static uint32_t
bits_of(struct cd_str name, const char *const *names, size_t count)
{
    uint32_t bits = 0;

    for (size_t i = 0; i < count; i++)
        if (cd_str_is(name, names[i]))
            bits |= (uint32_t)1 << i;
    return bits;
}

static bool
read_name(struct cd_str name, struct cd_want *want)
{
    uint32_t class =
        bits_of(name, cd_quantity_class_names, CD_QUANTITY_CLASS_COUNT);
    uint32_t dimension = bits_of(name, dimension_names, CD_DIMENSION_COUNT);
    uint32_t literal = bits_of(name, literals, CD_COUNT(literals));

    want->classes |= class;
    want->dimensions |= dimension;
    want->numbers |= (literal & 1) != 0;
    want->ordinals |= (literal & 2) != 0;
    want->dates |= (literal & 4) != 0;
    return (class | dimension | literal) != 0;
}

/* Adds the names to the list, but for those that also stand in others: a
 * duration is a class and a dimension. */
static void
put_names(struct cd_buf *out, const char *const *names, size_t count,
          const char *const *others, size_t other_count)
{
    for (size_t i = 0; i < count; i++) {
        size_t j = 0;

        while (j < other_count && strcmp(names[i], others[j]) != 0)
            j++;
        if (j == other_count)
            cd_buf_printf(out, "%s%s", out->n > 0 ? ", " : "", names[i]);
    }
}

static enum cd_status
fail(struct cd_str name, struct cd_error *err)
{
    struct cd_buf all = { 0 };
    enum cd_status status;

    put_names(&all, cd_quantity_class_names, CD_QUANTITY_CLASS_COUNT, NULL, 0);
    put_names(&all, dimension_names, CD_DIMENSION_COUNT,
              cd_quantity_class_names, CD_QUANTITY_CLASS_COUNT);
    put_names(&all, literals, CD_COUNT(literals), NULL, 0);
    status =
        cd_fail(err, CD_USAGE, "no kind of claim is '%.*s'; there are %.*s",
                (int)name.n, name.p, (int)all.n, all.p);
    cd_buf_release(&all);
    return status;
}

enum cd_status
cd_want_read(const char *list, struct cd_want *want, struct cd_error *err)
{
    struct cd_str rest = list != NULL ? cd_str_of(list) : CD_STR("");

    *want = (struct cd_want){ 0 };
    if (list == NULL)
        want->classes = UINT32_MAX;
    while (rest.n > 0) {
        size_t comma = cd_str_find(rest, CD_STR(","), 0);
        struct cd_str name =
            cd_str_trim(comma == SIZE_MAX ? rest : cd_str_sub(rest, 0, comma));

        if (!read_name(name, want))
            return fail(name, err);
        rest = comma == SIZE_MAX ? CD_STR("")
                                 : cd_str_sub(rest, comma + 1, rest.n);
    }
    return CD_OK;
}

bool
cd_want_has(const struct cd_want *want, const struct cd_quantity *quantity)
{
    enum cd_dimension dimension;

    if ((want->classes >> quantity->class & 1) != 0)
        return true;
    if (want->dimensions == 0 || quantity->class != CD_QUANTITY_PHYSICAL)
        return false;
    dimension = cd_dimension_of(quantity->unit);
    return dimension < CD_DIMENSION_COUNT &&
           (want->dimensions >> dimension & 1) != 0;
}
