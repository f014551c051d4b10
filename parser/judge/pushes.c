/* SPDX-License-Identifier: Apache-2.0 */
#include "parser/judge/pushes.h"

#include "base/buf.h"
#include "base/json.h"

enum { STRONGEST = 5 };
static const double least_push = .05; /* weaker ones say nothing */

/* What the blocks of the page that come by a fork or leaf get in the end. */
struct crossing {
    double sum;
    size_t n;
};

static size_t
step(const struct cd_model *model, size_t at, const int16_t *row)
{
    const struct cd_fork *fork = &model->forks[at];

    return at + (row[fork->feature] <= fork->limit ? 1 : (size_t)fork->right);
}

static void
count(const struct cd_model *model, struct crossing *crossings,
      const int16_t *row)
{
    for (size_t t = 0; t < model->tree_count; t++) {
        size_t leaf = model->roots[t];

        while (model->forks[leaf].feature >= 0)
            leaf = step(model, leaf, row);
        for (size_t at = model->roots[t];; at = step(model, at, row)) {
            crossings[at].sum += model->forks[leaf].right;
            crossings[at].n++;
            if (at == leaf)
                break;
        }
    }
}

static double
mean(const struct crossing *crossing)
{
    return crossing->sum / (double)crossing->n / CD_MODEL_ONE;
}

static void
push(const struct cd_model *model, const struct crossing *crossings,
     const int16_t *row, double pushes[CD_FEATURE_COUNT])
{
    for (size_t t = 0; t < model->tree_count; t++) {
        size_t at = model->roots[t];

        while (model->forks[at].feature >= 0) {
            size_t next = step(model, at, row);

            pushes[model->forks[at].feature] +=
                mean(&crossings[next]) - mean(&crossings[at]);
            at = next;
        }
    }
}

static double
strength(double push)
{
    return push < 0 ? -push : push;
}

/* The strongest, which is then gone; CD_FEATURE_COUNT: none worth a word. */
static size_t
strongest(const double pushes[CD_FEATURE_COUNT])
{
    size_t best = 0;

    for (size_t f = 1; f < CD_FEATURE_COUNT; f++) {
        if (strength(pushes[f]) > strength(pushes[best]))
            best = f;
    }
    return strength(pushes[best]) >= least_push ? best : CD_FEATURE_COUNT;
}

static struct cd_str
note(struct cd_arena *arena, const int16_t *row,
     double pushes[CD_FEATURE_COUNT])
{
    struct cd_buf out = { 0 };

    cd_buf_putc(&out, '[');
    for (size_t k = 0, f; k < STRONGEST; k++) {
        f = strongest(pushes);
        if (f == CD_FEATURE_COUNT)
            break;
        cd_buf_printf(&out, "%s{\"feature\":\"%s\",\"value\":%d,\"push\":",
                      k > 0 ? "," : "", cd_block_feature_names[f], row[f]);
        cd_json_score(&out, pushes[f]);
        cd_buf_putc(&out, '}');
        pushes[f] = 0;
    }
    cd_buf_putc(&out, ']');
    return cd_buf_into(&out, arena);
}

void
cd_pushes_note(struct cd_doc *doc, const struct cd_model *model,
               const int16_t *rows)
{
    struct crossing *crossings = cd_arena_new_array(
        &doc->arena, struct crossing, model->roots[model->tree_count] + 1);

    for (size_t i = 0; i < doc->block_count; i++)
        count(model, crossings, rows + i * CD_FEATURE_COUNT);
    for (size_t i = 0; i < doc->block_count; i++) {
        const int16_t *row = rows + i * CD_FEATURE_COUNT;
        double pushes[CD_FEATURE_COUNT] = { 0 };

        push(model, crossings, row, pushes);
        cd_block_trace(doc, &doc->blocks[i])->pushes =
            note(&doc->arena, row, pushes);
    }
}
