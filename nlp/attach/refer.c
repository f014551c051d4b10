/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/attach/refer.h"

#include "nlp/attach/clause.h"
#include "nlp/attach/phrase.h"

static struct cd_str
name_in(const struct cd_syntax *s, enum cd_stand_in kind, struct cd_str fold)
{
    size_t node = cd_entity_before(s, SIZE_MAX, kind, fold);

    return node != CD_NODE_NONE ? cd_phrase_name(s, node)
                                : (struct cd_str){ NULL, 0 };
}

/* So that no sentence is read twice for "it" or "she". */
static void
remember(struct cd_refer_sentence *sentence, const struct cd_syntax *s)
{
    sentence->names[CD_OFFER_PERSON] = name_in(s, CD_PERSON, CD_STR("she"));
    sentence->names[CD_OFFER_THING] = name_in(s, CD_THING, CD_STR("it"));
    sentence->names[CD_OFFER_NAME] = name_in(s, CD_THING, CD_STR(""));
    sentence->known = true;
}

/* Reads an earlier sentence again. */
static bool
read_again(struct cd_refer *a, size_t i)
{
    if (a->status == CD_OK)
        a->status =
            cd_quantities_read(a->engine, a->earlier, &a->doc->arena,
                               a->doc->text, a->sentences[i].span, a->err);
    if (a->status != CD_OK)
        return false;
    cd_syntax_read(&a->before, a->doc->text, a->earlier);
    if (!a->sentences[i].known)
        remember(&a->sentences[i], &a->before);
    return true;
}

static struct cd_str
look_back(struct cd_refer *a, enum cd_stand_in kind, struct cd_str fold)
{
    enum cd_refer_offer offer = kind == CD_PERSON ? CD_OFFER_PERSON
                                : fold.n > 0      ? CD_OFFER_THING
                                                  : CD_OFFER_NAME;

    for (size_t i = 0; i < a->count; i++) {
        struct cd_str name;

        if ((kind == CD_GENERIC || !a->sentences[i].known) && !read_again(a, i))
            break;
        name = kind == CD_GENERIC ? name_in(&a->before, kind, fold)
                                  : a->sentences[i].names[offer];
        if (name.p != NULL)
            return name;
    }
    return (struct cd_str){ NULL, 0 };
}

struct cd_str
cd_refer_name(struct cd_refer *refer, enum cd_stand_in kind, struct cd_str fold)
{
    struct cd_str name;

    for (size_t i = 0; i < refer->name_count; i++)
        if (refer->names[i].kind == kind &&
            cd_str_eq(refer->names[i].fold, fold))
            return refer->names[i].name;
    if (refer->name_count == CD_REFER_NAMES)
        return (struct cd_str){ NULL, 0 };
    name = look_back(refer, kind, fold);
    refer->names[refer->name_count].kind = kind;
    refer->names[refer->name_count].fold = fold;
    refer->names[refer->name_count++].name = name;
    return name;
}

/* The subject of the verb before a pronoun: "X said its profit". */
static size_t
subject_before(const struct cd_syntax *s, size_t node)
{
    for (size_t i = node; i-- > 0 && i + 16 > node;) {
        size_t subject;

        if (!cd_node_is_verb(&s->nodes[i]))
            continue;
        subject = cd_syntax_subject(s, i);
        if (subject != CD_NODE_NONE && subject < node &&
            s->nodes[subject].tag != CD_POS_PRON &&
            s->nodes[subject].quantity == CD_NODE_NONE)
            return subject;
    }
    return CD_NODE_NONE;
}

/* Can the pronoun stand for the noun?  "Villagers" are no "he", but "its" may
 * be the firm's of "Corvel shares". */
static bool
agrees(const struct cd_syntax *s, size_t noun, size_t pronoun)
{
    static const char *const singular[] = { "he",  "she", "it",
                                            "his", "her", "its" };
    struct cd_str fold = s->nodes[noun].fold;

    if (s->nodes[noun].tag != CD_POS_NOUN ||
        (s->nodes[noun].flags & CD_TOKEN_CAPITAL) != 0 ||
        s->nodes[cd_phrase_first(s, noun)].tag == CD_POS_PROPN ||
        !cd_str_ends(fold, CD_STR("s")) || cd_str_ends(fold, CD_STR("ss")) ||
        cd_str_ends(fold, CD_STR("us")) || cd_str_ends(fold, CD_STR("is")))
        return true;
    return !cd_str_among(s->nodes[pronoun].fold, singular, CD_COUNT(singular));
}

struct cd_str
cd_refer_resolve(struct cd_refer *refer, struct cd_str words, size_t node)
{
    const struct cd_syntax *s = refer->syntax;
    enum cd_stand_in kind;
    struct cd_str name = { NULL, 0 };
    size_t earlier;

    if (node == CD_NODE_NONE)
        return words;
    kind = cd_entity_stands_in(s, node);
    if (kind == CD_NAMED)
        return words;
    earlier = subject_before(s, node);
    if (earlier != CD_NODE_NONE && !agrees(s, earlier, node))
        earlier = CD_NODE_NONE;
    if (earlier != CD_NODE_NONE) { /* "Tarn's revenue grew, lifting its" */
        size_t owner = cd_syntax_owner(s, earlier);

        if (owner != CD_NODE_NONE && s->nodes[owner].tag != CD_POS_PRON &&
            !cd_str_is(s->nodes[owner].fold, "world"))
            earlier = owner; /* but "the world's largest carrier" */
    }
    if (kind == CD_PERSON && earlier != CD_NODE_NONE &&
        s->nodes[earlier].tag != CD_POS_PROPN) {
        /* "asked Blair if the quality is such that he": a name is a person */
        size_t named = cd_entity_before(s, cd_phrase_first(s, node), kind,
                                        s->nodes[node].fold);

        if (named != CD_NODE_NONE && s->nodes[named].tag == CD_POS_PROPN)
            earlier = named;
    }
    if (earlier != CD_NODE_NONE && kind != CD_GENERIC &&
        cd_clause_is_relative(&s->nodes[earlier + 1]))
        return cd_phrase_noun(s, earlier); /* "a bond that lifted its yield" */
    if (earlier != CD_NODE_NONE && kind != CD_GENERIC)
        return cd_phrase_members(s, earlier).p != NULL
                   ? cd_phrase_members(s, earlier)
                   : cd_phrase_full(s, earlier);
    earlier = cd_entity_before(s, cd_phrase_first(s, node), kind,
                               s->nodes[node].fold);
    if (earlier != CD_NODE_NONE && s->nodes[earlier].tag == CD_POS_PROPN)
        return cd_phrase_noun(s, earlier);
    name = cd_refer_name(refer, kind, s->nodes[node].fold);
    return name.p != NULL ? name : words;
}

void
cd_refer_init(struct cd_refer *refer, const struct cd_quantities *engine)
{
    *refer = (struct cd_refer){ .engine = engine, .earlier = cd_reading_new() };
}

void
cd_refer_release(struct cd_refer *refer)
{
    cd_reading_free(refer->earlier);
    cd_syntax_release(&refer->before);
}

void
cd_refer_start(struct cd_refer *refer, struct cd_doc *doc)
{
    refer->doc = doc;
    refer->count = 0;
}

void
cd_refer_begin(struct cd_refer *refer, const struct cd_syntax *syntax,
               struct cd_error *err)
{
    refer->syntax = syntax;
    refer->err = err;
    refer->status = CD_OK;
    refer->name_count = 0;
}

void
cd_refer_pass(struct cd_refer *refer, struct cd_span sentence,
              const struct cd_syntax *syntax)
{
    for (size_t i = CD_REFER_BACK - 1; i > 0; i--)
        refer->sentences[i] = refer->sentences[i - 1];
    refer->sentences[0] = (struct cd_refer_sentence){ .span = sentence };
    if (refer->count < CD_REFER_BACK)
        refer->count++;
    if (syntax != NULL)
        remember(&refer->sentences[0], syntax);
}
