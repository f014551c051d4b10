/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What units measure: the rows of data/dimensions.tsv.
 *
 *     cd_dimension_of(CD_STR("kg"))      CD_DIMENSION_MASS
 *     cd_dimension_of(CD_STR("km/h"))    CD_DIMENSION_SPEED
 *     cd_dimension_of(CD_STR("kg/m2"))   by what stands before its "per": MASS
 */
#ifndef CD_NLP_QUANTITY_DIMENSION_H
#define CD_NLP_QUANTITY_DIMENSION_H

#include "base/str.h"

/* name, text, what "a 5 kg bag" tells of the bag, and whether the unit tells
 * that of a thing that stands elsewhere: 9 volts may tell many things */
#define CD_DIMENSIONS(X)                                                       \
    X(ANGLE, "angle", "angle", false)                                          \
    X(AREA, "area", "size", true)                                              \
    X(DATA, "data", "capacity", true)                                          \
    X(DURATION, "duration", "length", false) /* short units alone */           \
    X(ELECTRICITY, "electricity", "capacity", false)                           \
    X(ENERGY, "energy", "capacity", false)                                     \
    X(FREQUENCY, "frequency", "frequency", false)                              \
    X(LENGTH, "length", "size", true)                                          \
    X(MASS, "mass", "weight", true)                                            \
    X(POWER, "power", "power", true)                                           \
    X(PRESSURE, "pressure", "pressure", false)                                 \
    X(SPEED, "speed", "speed", true)                                           \
    X(VOLUME, "volume", "size", true)

enum cd_dimension {
#define X(name, text, told, alone) CD_DIMENSION_##name,
    CD_DIMENSIONS(X)
#undef X
        CD_DIMENSION_COUNT
};

/* CD_DIMENSION_COUNT for a unit that no row has. */
enum cd_dimension cd_dimension_of(struct cd_str unit);

#endif
