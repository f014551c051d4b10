/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The bonds that a short pattern around the quantity shows: private to
 * nlp/attach/bond*.c.  Those that change a bond return false, with the bond as
 * it was, if their pattern is not there.
 */
#ifndef CD_NLP_ATTACH_BOND_PART_H
#define CD_NLP_ATTACH_BOND_PART_H

#include "nlp/attach/bond.h"

/* "sent shares 5% higher": the verb before the noun before the quantity. */
bool cd_bond_pushed(const struct cd_syntax *s, struct cd_bond *b);

/* "The Corvel 20 litre is": a size behind a name. */
bool cd_bond_sized(const struct cd_syntax *s, struct cd_bond *b);

/* "plans investments over 35 GWh": the noun before the bound. */
bool cd_bond_bounded(const struct cd_syntax *s, struct cd_bond *b);

/* "rose by $4bn to $9bn": the verb of the quantity before. */
bool cd_bond_chained(const struct cd_syntax *s, struct cd_bond *b);

/* "Homes from $5m to $6m stay": what the range behind the clause's first noun
 * is of. */
bool cd_bond_range(const struct cd_syntax *s, struct cd_bond *b);

/* By the tree, where no neighbour ties the quantity. */
void cd_bond_by_head(const struct cd_syntax *s, struct cd_bond *b);

/* A noun right behind the quantity, which stands before it as an adjective
 * does: "a 38% increase", "a 91-page report", "a 20-foot-deep well". */
bool cd_bond_before(const struct cd_syntax *s, struct cd_bond *b);

/* The verb right before a noun phrase, or the one that the tree gives. */
size_t cd_bond_verb_of(const struct cd_syntax *s, size_t noun);

/* The noun behind "of" right behind the quantity, or behind a bracket with the
 * same in another unit: "8 miles (13 km) of tunnels"; or CD_NODE_NONE. */
size_t cd_bond_part_of(const struct cd_syntax *s, size_t node);

/* "rose to $9bn beating forecasts": a participle, no adjective, is behind. */
bool cd_bond_goes_on(const struct cd_syntax *s, const struct cd_bond *b);

#endif
