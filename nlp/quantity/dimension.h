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

/* name, text, and what "a 5 kg bag" tells of the bag */
#define CD_DIMENSIONS(X)                                                       \
    X(ANGLE, "angle", "angle")                                                 \
    X(AREA, "area", "size")                                                    \
    X(DATA, "data", "capacity")                                                \
    X(DURATION, "duration", "length") /* units too short for the class */      \
    X(ELECTRICITY, "electricity", "capacity")                                  \
    X(ENERGY, "energy", "capacity")                                            \
    X(FREQUENCY, "frequency", "frequency")                                     \
    X(LENGTH, "length", "size")                                                \
    X(MASS, "mass", "weight")                                                  \
    X(POWER, "power", "power")                                                 \
    X(PRESSURE, "pressure", "pressure")                                        \
    X(SPEED, "speed", "speed")                                                 \
    X(VOLUME, "volume", "size")

enum cd_dimension {
#define X(name, text, told) CD_DIMENSION_##name,
    CD_DIMENSIONS(X)
#undef X
        CD_DIMENSION_COUNT
};

/* CD_DIMENSION_COUNT for a unit that no row has. */
enum cd_dimension cd_dimension_of(struct cd_str unit);

#endif
