#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Scores the judgement of blocks on WCXB-dev, out of fold, and on scrapinghub.
#
# usage: bench/extraction.sh BUILD-DIR [FOLDS-DIR]
#
# FOLDS-DIR holds one model a fold and fold.tsv, as tools/train_extraction.py
# --folds writes them; where there is none, they are trained into it first (a
# few minutes; wants the packages of tools/train.txt in $PYTHON).  A page of
# WCXB is cleaned by the model that saw no page of its domain; scrapinghub was
# never trained on and is cleaned by the compiled model.
# Data: ${COPYDESK_SHARED:-../shared}/data/extraction
set -eu
build=${1:?usage: bench/extraction.sh BUILD-DIR [FOLDS-DIR]}
folds=${2:-$build/folds}
shared=${COPYDESK_SHARED:-../shared}
data=$shared/data/extraction
python=${PYTHON:-python3}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

make -C "$build" tools/block_features tools/clean_folds >/dev/null
if [ ! -f "$folds/fold.tsv" ]; then
    mkdir -p "$folds"
    "$python" tools/train_extraction.py --data "$data/wcxb" \
        --features "$build/tools/block_features" --folds "$folds"
fi
mkdir "$tmp/wcxb" "$tmp/scrapinghub" "$tmp/out-wcxb" "$tmp/out-scrapinghub"
for file in "$data"/wcxb/dev/html/*.gz; do
    gzip -dc "$file" >"$tmp/wcxb/$(basename "$file" .gz)"
done
for file in "$data"/scrapinghub/html/*.gz; do
    gzip -dc "$file" >"$tmp/scrapinghub/$(basename "$file" .gz)"
done

for model in "$folds"/model.*.tsv; do
    fold=${model##*model.}
    fold=${fold%.tsv}
    awk -v fold="$fold" -v folder="$tmp/wcxb" \
        '$2 == fold { print folder "/" $1 ".html" }' "$folds/fold.tsv" |
        xargs "$build/tools/clean_folds" "$model" "$tmp/out-wcxb"
done
python3 "$shared/score/extraction.py" --bench wcxb-dev --per-type \
    --data "$data/wcxb" --texts "$tmp/out-wcxb"
"$build/tools/clean_folds" - "$tmp/out-scrapinghub" "$tmp"/scrapinghub/*.html
python3 "$shared/score/extraction.py" --bench scrapinghub \
    --data "$data/scrapinghub" --texts "$tmp/out-scrapinghub"
[ -z "${KEEP:-}" ] || cp -r "$tmp/out-wcxb" "$tmp/out-scrapinghub" "$KEEP/"
