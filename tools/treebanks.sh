#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# treebanks.sh EWT GUM PUD: the sentences that the tagger and the tree builder
# learn from, on standard output.  EWT is the train part of UD English EWT;
# GUM and PUD are checkouts of UniversalDependencies/UD_English-GUM and -PUD.
# Of GUM only the genres whose texts are CC BY or in the public domain are taken
# (its LICENSE.txt says which), so that the weights may be under CC BY-SA.
set -eu
LC_ALL=C
export LC_ALL
ewt=$1 gum=$2 pud=$3

cat "$ewt"
for genre in news interview bio voyage textbook speech; do
    cat "$gum/not-to-release/sources/GUM_${genre}_"*.conllu
done
cat "$pud/en_pud-ud-test.conllu"
