/* SPDX-License-Identifier: Apache-2.0 */
#include "corpus/search/copies_send.h"

#include "base/calendar.h"
#include "base/date.h"
#include "base/json.h"
#include "base/utf8.h"
#include "corpus/search/judged.h"

enum {
    DATE = 10,       /* characters of 2026-11-24 */
    UNIT_AHEAD = 16, /* matches before its turn a unit is fetched, */
    DOC_AHEAD = 8,   /* and its document */
    SHOWN = 480,     /* bytes of a text that are told */
};

/* ---- documents ------------------------------------------------------- */

/* A name out of the store; the copy is the record's. */
static struct cd_str
name_at(struct cd_sender *sender, uint64_t at, size_t n)
{
    struct cd_str name = { NULL, n };

    name.p = cd_store_read(&sender->search->names, at, n, &sender->scratch,
                           &sender->err);
    if (name.p == NULL)
        return CD_STR("null"); /* the error stands in sender->err */
    if (at < sender->search->names.on_disk)
        return cd_arena_copy(&sender->arena, name);
    return name;
}

struct cd_str
cd_sender_id(struct cd_sender *sender, uint32_t unit)
{
    const struct cd_copies *search = sender->search;
    const struct cd_kept_doc *doc = &search->docs[search->units[unit].doc];

    return name_at(sender, doc->id, doc->id_size);
}

struct cd_str
cd_sender_date(struct cd_sender *sender, uint32_t unit)
{
    const struct cd_copies *search = sender->search;
    const struct cd_kept_doc *doc = &search->docs[search->units[unit].doc];

    return name_at(sender, doc->id + doc->id_size, doc->date_size);
}

/* The instant, in seconds. */
static int64_t
seconds_of(const struct cd_date *date)
{
    int64_t days = cd_day_of(date->year, date->month, date->day);

    return ((days * 24 + date->hour) * 60 + date->minute - date->zone) * 60 +
           date->second;
}

/* Times of day count only where both have a zone: then it is the instants that
 * are compared, else the days. */
int
cd_sender_compare_dates(struct cd_str a, struct cd_str b)
{
    struct cd_date x = { 0 }, y = { 0 };

    if (a.n < DATE || b.n < DATE)
        return 0;
    if (cd_date_iso(a, &x) > 0 && cd_date_iso(b, &y) > 0 && x.has_time &&
        y.has_time && x.has_zone && y.has_zone) {
        int64_t s = seconds_of(&x), t = seconds_of(&y);

        return (s > t) - (s < t);
    }
    return memcmp(a.p, b.p, DATE);
}

/* ---- pairs ----------------------------------------------------------- */

static void
set_place(struct cd_copy *copy, struct cd_sender *sender, uint32_t a,
          uint32_t b)
{
    const struct cd_kept *x = &sender->search->units[a];
    const struct cd_kept *y = &sender->search->units[b];
    int order = 0;

    if (sender->search->dated)
        order = cd_sender_compare_dates(cd_sender_date(sender, a),
                                        cd_sender_date(sender, b));
    copy->a = cd_sender_id(sender, a);
    copy->b = cd_sender_id(sender, b);
    copy->a_doc = x->doc;
    copy->b_doc = y->doc;
    copy->a_block = x->block == UINT32_MAX ? SIZE_MAX : x->block;
    copy->b_block = y->block == UINT32_MAX ? SIZE_MAX : y->block;
    copy->a_span = (struct cd_span){ x->start, x->start + (size_t)x->size };
    copy->b_span = (struct cd_span){ y->start, y->start + (size_t)y->size };
    if (order != 0)
        copy->earliest = order < 0 ? copy->a : copy->b;
}

struct cd_str
cd_sender_cluster(struct cd_sender *sender, size_t cluster)
{
    uint64_t id = sender->clusters->clusters[cluster].id;
    char *p = cd_arena_bytes(&sender->arena, 16);

    for (int i = 0; i < 16; i++)
        p[i] = "0123456789abcdef"[id >> (60 - 4 * i) & 15];
    return (struct cd_str){ p, 16 };
}

/* The text of a unit from a byte on, up to the end of a character. */
static struct cd_str
text_from(struct cd_sender *sender, uint32_t unit, size_t from)
{
    const struct cd_copies *search = sender->search;
    const struct cd_kept *kept = &search->units[search->units[unit].first];
    size_t rest = kept->size - from;
    struct cd_str text = { NULL, rest < SHOWN ? rest : SHOWN };
    const char lead[] = "... ";
    size_t lead_size = from > 0 ? sizeof(lead) - 1 : 0;
    char *shown;

    if (search->options.measure != CD_MEASURE_JUDGE || search->index != NULL)
        return text;
    text.p = cd_store_read(&search->texts, kept->text + from, text.n,
                           &sender->text, &sender->err);
    if (text.p == NULL)
        return text;
    text.n = cd_utf8_valid(text);
    shown = cd_arena_bytes(&sender->arena, lead_size + text.n);
    memcpy(shown, lead, lead_size);
    memcpy(shown + lead_size, text.p, text.n);
    return (struct cd_str){ shown, lead_size + text.n };
}

static enum cd_status
send_pair(struct cd_sender *sender, struct cd_copy *copy, uint32_t a,
          uint32_t b)
{
    const uint32_t *of = sender->clusters->of;
    enum cd_status status = CD_OK;

    set_place(copy, sender, a, b);
    if (sender->sink->texts)
        copy->text = text_from(sender, a, copy->a_passage);
    if (sender->sink->texts &&
        sender->search->units[a].first != sender->search->units[b].first)
        copy->copy = text_from(sender, b, copy->b_passage);
    if (of[a] == of[b] && of[a] != CD_NO_UNIT)
        copy->cluster = cd_sender_cluster(sender, of[a]);
    if (sender->err.status != CD_OK)
        return sender->err.status;
    sender->pairs++;
    if (sender->rendering)
        sender->sink->render(sender->sink->state, &sender->out, &cd_copy_table,
                             copy);
    else
        status = sender->sink->pair(sender->sink->state, copy, &sender->err);
    cd_arena_reset(&sender->arena);
    return status;
}

/* Two units of the same content, a < b. */
static enum cd_status
send_same(struct cd_sender *sender, uint32_t a, uint32_t b)
{
    const struct cd_kept *x = &sender->search->units[a];
    const struct cd_kept *y = &sender->search->units[b];
    struct cd_copy copy = { .kind = cd_copy_kind_names[CD_COPY_SAME],
                            .score = 1 };

    if (sender->search->options.measure == CD_MEASURE_JUDGE)
        copy.spans = cd_arena_printf(&sender->arena, "[[%u,%zu,%u,%zu]]",
                                     x->start, x->start + (size_t)x->size,
                                     y->start, y->start + (size_t)y->size);
    copy.facts_differ = CD_STR("[]");
    return send_pair(sender, &copy, a, b);
}

static void
set_jaccard(struct cd_copy *copy, struct cd_sender *sender,
            const struct cd_match *match)
{
    const struct cd_copies *search = sender->search;
    size_t all = (size_t)search->units[match->a].count +
                 search->units[match->b].count - match->shared;

    copy->kind = cd_copy_kind_names[CD_COPY_EDITED];
    copy->score = (double)match->shared / (double)all;
}

/* A match, as it is of units a < b, which stand for its contents; the other
 * way round if b has the content of match->a. */
static enum cd_status
send_match(struct cd_sender *sender, const struct cd_match *match,
           struct cd_str detail, uint32_t a, uint32_t b)
{
    const struct cd_kept *units = sender->search->units;
    struct cd_copy copy = { 0 };
    struct cd_judged_place place = { 0 };

    place.swapped = match->swapped;
    if (a > b) {
        uint32_t swap = a;

        a = b;
        b = swap;
        place.swapped = !place.swapped;
    }
    place.a = units[a].start;
    place.b = units[b].start;
    if (match->kind == CD_MATCH_JACCARD)
        set_jaccard(&copy, sender, match);
    else
        cd_judged_fill(&copy, &sender->arena, detail, &place);
    return send_pair(sender, &copy, a, b);
}

static bool
is_told(const struct cd_copies *search, const struct cd_match *match,
        uint32_t a, uint32_t b)
{
    if (!match->known && !search->against)
        return true;
    return a < b ? cd_search_tells(search, a, b)
                 : cd_search_tells(search, b, a);
}

/* All pairs of a unit of one content with a unit of the other; of a crowd only
 * those with the first of either. */
static enum cd_status
send_matches(struct cd_sender *sender, const struct cd_match *match)
{
    const struct cd_kept *units = sender->search->units;
    const uint32_t *copies = sender->clusters->copies;
    bool all = cd_clusters_lists_all(sender->search, copies[match->a],
                                     copies[match->b]);
    struct cd_str detail = { "", match->detail_size };
    enum cd_status status = CD_OK;

    if (match->known &&
        !cd_search_is_input(sender->search, units[match->a].last) &&
        !cd_search_is_input(sender->search, units[match->b].last))
        return CD_OK;
    if (match->kind != CD_MATCH_JACCARD) {
        detail.p = cd_store_read(&sender->search->details, match->detail,
                                 detail.n, &sender->detail, &sender->err);
        if (detail.p == NULL)
            return CD_FATAL;
    }
    for (uint32_t a = match->a; a != CD_NO_UNIT; a = units[a].next) {
        for (uint32_t b = match->b; b != CD_NO_UNIT && status == CD_OK;
             b = units[b].next) {
            if ((all || a == match->a || b == match->b) &&
                is_told(sender->search, match, a, b))
                status = send_match(sender, match, detail, a, b);
            if (!all && a != match->a)
                break; /* with the first b alone */
        }
    }
    return status;
}

static enum cd_status
send_copies_of(struct cd_sender *sender, uint32_t first)
{
    const struct cd_kept *units = sender->search->units;
    bool all =
        cd_clusters_lists_same(sender->search, sender->clusters->copies[first]);
    enum cd_status status = CD_OK;

    for (uint32_t a = first; a != CD_NO_UNIT && status == CD_OK;
         a = all ? units[a].next : CD_NO_UNIT) {
        for (uint32_t b = units[a].next; b != CD_NO_UNIT && status == CD_OK;
             b = units[b].next) {
            if (cd_search_tells(sender->search, a, b))
                status = send_same(sender, a, b);
        }
    }
    return status;
}

/* Matches are in order of their first unit, so the second one lies anywhere. */
static void
fetch_ahead(const struct cd_copies *search, size_t match)
{
    if (match + UNIT_AHEAD < search->match_count)
        __builtin_prefetch(
            &search->units[search->matches[match + UNIT_AHEAD].b]);
    if (match + DOC_AHEAD < search->match_count)
        __builtin_prefetch(
            &search->docs[search->units[search->matches[match + DOC_AHEAD].b]
                              .doc]);
}

enum cd_status
cd_sender_pairs(struct cd_sender *sender)
{
    const struct cd_copies *search = sender->search;
    const struct cd_send_part *part = &sender->part;
    enum cd_status status = CD_OK;
    size_t match = part->match;

    for (size_t i = part->from; i < part->to && status == CD_OK; i++) {
        if (sender->clusters->copies[i] > 1)
            status = send_copies_of(sender, (uint32_t)i);
        for (; match < search->match_count && search->matches[match].a == i &&
               status == CD_OK;
             match++) {
            fetch_ahead(search, match);
            status = send_matches(sender, &search->matches[match]);
        }
    }
    return status;
}

/* ---- clusters -------------------------------------------------------- */

static void
add_member(struct cd_buf *out, struct cd_sender *sender, uint32_t unit)
{
    const struct cd_kept *kept = &sender->search->units[unit];

    cd_json_next(out);
    if (kept->block == UINT32_MAX) {
        cd_buf_add(out, cd_sender_id(sender, unit));
        return;
    }
    cd_buf_puts(out, "{\"doc\":");
    cd_buf_add(out, cd_sender_id(sender, unit));
    cd_buf_printf(out, ",\"block\":%u,\"span\":[%u,%zu]}", kept->block,
                  kept->start, kept->start + (size_t)kept->size);
}

/* The member with the least date, if all have one and it is alone. */
static struct cd_str
earliest_of(struct cd_sender *sender, const uint32_t *members, size_t n)
{
    struct cd_str best = { NULL, 0 };
    uint32_t unit = members[0];
    bool alone = true;

    for (size_t i = 0; i < n && sender->search->dated; i++) {
        struct cd_str date = cd_sender_date(sender, members[i]);
        int order;

        if (date.n < DATE)
            return (struct cd_str){ NULL, 0 };
        order = best.p != NULL ? cd_sender_compare_dates(date, best) : -1;
        if (order == 0)
            alone = false;
        if (order >= 0)
            continue;
        best = date;
        unit = members[i];
        alone = true;
    }
    return alone && best.p != NULL ? cd_sender_id(sender, unit)
                                   : (struct cd_str){ NULL, 0 };
}

static enum cd_status
send_cluster(struct cd_sender *sender, size_t number)
{
    const struct cd_cluster_of_units *cluster =
        &sender->clusters->clusters[number];
    const uint32_t *members = sender->clusters->members + cluster->start;
    struct cd_cluster record = { .cluster = cd_sender_cluster(sender, number),
                                 .size = cluster->size };
    uint32_t *docs =
        cd_arena_new_array(&sender->arena, uint32_t, cluster->size);
    enum cd_status status = CD_OK;

    cd_buf_reset(&sender->text);
    cd_buf_putc(&sender->text, '[');
    for (size_t i = 0; i < cluster->size; i++) {
        add_member(&sender->text, sender, members[i]);
        docs[i] = sender->search->units[members[i]].doc;
    }
    cd_buf_putc(&sender->text, ']');
    record.docs = docs;
    record.members = cd_buf_str(&sender->text);
    record.earliest = earliest_of(sender, members, cluster->size);
    if (cluster->crowded)
        record.capped = (size_t)(cd_cluster_pairs(cluster) - cluster->listed);
    record.chain = !cluster->crowded &&
                   cluster->matches < cd_cluster_pairs_of_contents(cluster);
    sender->cluster_count++;
    sender->capped += record.capped;
    if (sender->err.status != CD_OK)
        return sender->err.status;
    if (sender->rendering)
        sender->sink->render(sender->sink->state, &sender->out,
                             &cd_cluster_table, &record);
    else
        status =
            sender->sink->cluster(sender->sink->state, &record, &sender->err);
    cd_arena_reset(&sender->arena);
    return status;
}

static uint32_t
last_member(const struct cd_clusters *clusters, size_t number)
{
    const struct cd_cluster_of_units *cluster = &clusters->clusters[number];

    return clusters->members[cluster->start + cluster->size - 1];
}

enum cd_status
cd_sender_clusters(struct cd_sender *sender)
{
    enum cd_status status = CD_OK;

    for (size_t i = sender->part.from; i < sender->part.to && status == CD_OK;
         i++) {
        if (cd_search_is_input(sender->search,
                               last_member(sender->clusters, i)))
            status = send_cluster(sender, i);
    }
    return status;
}

void
cd_sender_release(struct cd_sender *sender)
{
    cd_arena_release(&sender->arena);
    cd_buf_release(&sender->text);
    cd_buf_release(&sender->scratch);
    cd_buf_release(&sender->detail);
    cd_buf_release(&sender->out);
}
