/* SPDX-License-Identifier: Apache-2.0 */
#include "nlp/copy/minhash.h"

/* Pairs at the threshold that no band may find: one in MISSES. */
enum { MISSES = 1000 };

static double
power(double x, size_t n)
{
    double result = 1;

    for (; n > 0; n--)
        result *= x;
    return result;
}

struct cd_minhash_plan
cd_minhash_plan(double threshold)
{
    struct cd_minhash_plan plan = { CD_MINHASH_SIZE, 1 };

    for (size_t rows = 2; rows <= CD_MINHASH_SIZE; rows++) {
        size_t bands = CD_MINHASH_SIZE / rows;
        double missed = power(1 - power(threshold, rows), bands);

        if (missed * MISSES > 1)
            break;
        plan = (struct cd_minhash_plan){ bands, rows };
    }
    return plan;
}

/* Weyl sequences of the golden ratio: the i-th permutation is
 * x -> factor x + term modulo 2^32, the factor odd. */
static void
set_permutations(uint32_t *factors, uint32_t *terms)
{
    uint64_t state = UINT64_C(0x9e3779b97f4a7c15);

    for (size_t i = 0; i < CD_MINHASH_SIZE; i++) {
        uint64_t value = state += UINT64_C(0x9e3779b97f4a7c15);

        value = (value ^ value >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
        value = (value ^ value >> 27) * UINT64_C(0x94d049bb133111eb);
        value ^= value >> 31;
        factors[i] = (uint32_t)value | 1;
        terms[i] = (uint32_t)(value >> 32);
    }
}

void
cd_minhash_sign(uint32_t *signature, const uint64_t *hashes, size_t n)
{
    uint32_t factors[CD_MINHASH_SIZE], terms[CD_MINHASH_SIZE];

    set_permutations(factors, terms);
    for (size_t i = 0; i < CD_MINHASH_SIZE; i++)
        signature[i] = UINT32_MAX;
    for (size_t k = 0; k < n; k++) {
        uint32_t x = (uint32_t)(hashes[k] >> 16);

        for (size_t i = 0; i < CD_MINHASH_SIZE; i++) {
            uint32_t value = x * factors[i] + terms[i];

            signature[i] = value < signature[i] ? value : signature[i];
        }
    }
}

uint32_t
cd_minhash_band(const uint32_t *signature, const struct cd_minhash_plan *plan,
                size_t band)
{
    uint64_t hash = band;

    for (size_t i = 0; i < plan->rows; i++) {
        hash = (hash ^ signature[band * plan->rows + i]) *
               UINT64_C(0x9e3779b97f4a7c15);
        hash ^= hash >> 29;
    }
    return (uint32_t)(hash >> 32);
}
