/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Short lists of hashes in a scene: its questions, qualities, periods, scopes.
 *
 *     cd_scene_add(scene->scopes, &scene->scope_count, CD_SCENE_SCOPES, one);
 *     cd_scene_has(scene->scopes, scene->scope_count, one)      true
 */
#ifndef CD_NLP_SCENE_SCENE_LIST_H
#define CD_NLP_SCENE_SCENE_LIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Is one in the list? */
bool cd_scene_has(const uint32_t *list, size_t count, uint32_t one);
/* Are they in it, any of n?  All of them? */
bool cd_scene_has_any(const uint32_t *list, size_t count, const uint32_t *of,
                      size_t n);
bool cd_scene_has_all(const uint32_t *list, size_t count, const uint32_t *of,
                      size_t n);
/* Puts one into the list, which has room for most, if it is not there. */
void cd_scene_add(uint32_t *list, uint8_t *count, size_t most, uint32_t one);

#endif
