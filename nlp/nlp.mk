nlp_sources = \
	nlp/claims.c nlp/claims.h \
	nlp/attach/attach.c nlp/attach/attach.h \
	nlp/attach/bearer.c nlp/attach/bearer.h \
	nlp/attach/bearer_age.c \
	nlp/attach/bearer_beside.c \
	nlp/attach/bearer_equal.c \
	nlp/attach/bearer_order.c \
	nlp/attach/bearer_part.h \
	nlp/attach/bearer_place.c \
	nlp/attach/bearer_rank.c \
	nlp/attach/bearer_size.c \
	nlp/attach/bearer_subject.c \
	nlp/attach/bearer_verb.c \
	nlp/attach/bond.c nlp/attach/bond.h \
	nlp/attach/bond_before.c \
	nlp/attach/bond_head.c \
	nlp/attach/bond_part.c nlp/attach/bond_part.h \
	nlp/attach/change.c nlp/attach/change.h nlp/attach/change_part.h \
	nlp/attach/change_beside.c \
	nlp/attach/change_level.c \
	nlp/attach/clause.c nlp/attach/clause.h \
	nlp/attach/contrast.c nlp/attach/contrast.h \
	nlp/attach/direction.c nlp/attach/direction.h \
	nlp/attach/entity.c nlp/attach/entity.h \
	nlp/attach/german.c nlp/attach/german.h \
	nlp/attach/order.c nlp/attach/order.h \
	nlp/attach/phrase.c nlp/attach/phrase.h \
	nlp/attach/price.c nlp/attach/price.h \
	nlp/attach/romance.c nlp/attach/romance.h \
	nlp/attach/refer.c nlp/attach/refer.h \
	nlp/attach/respective.c nlp/attach/respective.h \
	nlp/attach/restate.c nlp/attach/restate.h \
	nlp/attach/role.c nlp/attach/role.h \
	nlp/attach/row.c nlp/attach/row.h \
	nlp/attach/series.c nlp/attach/series.h \
	nlp/attach/shift.c nlp/attach/shift.h \
	nlp/attach/speaker.c nlp/attach/speaker.h \
	nlp/attach/stance.c nlp/attach/stance.h \
	nlp/attach/subject.c \
	nlp/attach/subject_part.h \
	nlp/attach/subject_tree.c \
	nlp/attach/view.c nlp/attach/view.h \
	nlp/claim/claim.c nlp/claim/claim.h \
	nlp/claim/entry.c nlp/claim/entry.h \
	nlp/claim/link.c nlp/claim/link.h \
	nlp/claim/literal.c nlp/claim/literal.h \
	nlp/claim/program.c nlp/claim/program.h \
	nlp/claim/sentence.c nlp/claim/sentence.h \
	nlp/claim/want.c nlp/claim/want.h \
	nlp/copy/align.c nlp/copy/align.h \
	nlp/copy/align_long.c nlp/copy/align_long.h \
	nlp/copy/align_rows.c nlp/copy/align_rows.h \
	nlp/copy/anchor.c nlp/copy/anchor.h \
	nlp/copy/compare.c nlp/copy/compare.h \
	nlp/copy/copies_options.h \
	nlp/copy/credits.c nlp/copy/credits.h \
	nlp/copy/cues.c nlp/copy/cues.h \
	nlp/copy/digits.c nlp/copy/digits.h \
	nlp/copy/facts.c nlp/copy/facts.h \
	nlp/copy/facts_aside.c nlp/copy/facts_aside.h \
	nlp/copy/facts_figure.c \
	nlp/copy/facts_lone.c \
	nlp/copy/facts_measure.c nlp/copy/facts_measure.h \
	nlp/copy/facts_name.c \
	nlp/copy/facts_opposite.c \
	nlp/copy/facts_part.h \
	nlp/copy/features.c nlp/copy/features.h \
	nlp/copy/figures.c nlp/copy/figures.h \
	nlp/copy/fraction.c nlp/copy/fraction.h \
	nlp/copy/idf.c nlp/copy/idf.h \
	nlp/copy/meaning.c nlp/copy/meaning.h \
	nlp/copy/minhash.c nlp/copy/minhash.h \
	nlp/copy/model.c nlp/copy/model.h \
	nlp/copy/passage.c nlp/copy/passage.h \
	nlp/copy/runs.c nlp/copy/runs.h \
	nlp/copy/shingle.c nlp/copy/shingle.h \
	nlp/copy/skips.c nlp/copy/skips.h \
	nlp/copy/slots.c nlp/copy/slots.h \
	nlp/copy/spans.c nlp/copy/spans.h \
	nlp/copy/spans_window.c \
	nlp/copy/stock.c nlp/copy/stock.h \
	nlp/copy/substance.c nlp/copy/substance.h \
	nlp/copy/synonyms.c nlp/copy/synonyms.h \
	nlp/copy/window.c nlp/copy/window.h \
	nlp/copy/words.c nlp/copy/words.h \
	nlp/quantity/action.c nlp/quantity/action.h \
	nlp/quantity/action_compound.c \
	nlp/quantity/action_count.c \
	nlp/quantity/action_per.c \
	nlp/quantity/action_score.c \
	nlp/quantity/action_mark.c \
	nlp/quantity/action_unit.c \
	nlp/quantity/bare.c nlp/quantity/bare.h \
	nlp/quantity/decimal.c nlp/quantity/decimal.h \
	nlp/quantity/dimension.c nlp/quantity/dimension.h \
	nlp/quantity/digit.c nlp/quantity/digit.h \
	nlp/quantity/finish.c nlp/quantity/finish.h \
	nlp/quantity/grammar.c nlp/quantity/grammar.h \
	nlp/quantity/grammar_rows.c \
	nlp/quantity/hedge.c nlp/quantity/hedge.h \
	nlp/quantity/imply.c nlp/quantity/imply.h \
	nlp/quantity/items.c nlp/quantity/items.h \
	nlp/quantity/language.c nlp/quantity/language.h \
	nlp/quantity/lexicon.c nlp/quantity/lexicon.h \
	nlp/quantity/lexicon_rows.c \
	nlp/quantity/make.c nlp/quantity/make.h \
	nlp/quantity/noun.c nlp/quantity/noun.h \
	nlp/quantity/noun_plain.c \
	nlp/quantity/number.c nlp/quantity/number.h \
	nlp/quantity/number_digits.c \
	nlp/quantity/number_fraction.c \
	nlp/quantity/number_part.h \
	nlp/quantity/number_split.c nlp/quantity/number_split.h \
	nlp/quantity/number_words.c \
	nlp/quantity/money.c nlp/quantity/money.h \
	nlp/quantity/pattern.c nlp/quantity/pattern.h \
	nlp/quantity/pounds.c nlp/quantity/pounds.h \
	nlp/quantity/quantity.c nlp/quantity/quantity.h \
	nlp/quantity/regex.c nlp/quantity/regex.h \
	nlp/quantity/wire.c nlp/quantity/wire.h \
	nlp/quantity/token.c nlp/quantity/token.h \
	nlp/quantity/token_part.h \
	nlp/quantity/token_word.c \
	nlp/reasons/reasoner.c nlp/reasons/reasoner.h \
	nlp/reasons/reasoner_claim.c nlp/reasons/reasoner_claim.h \
	nlp/reasons/reasons.c nlp/reasons/reasons.h \
	nlp/scene/scene.c nlp/scene/scene.h \
	nlp/scene/scene_apart.c \
	nlp/scene/scene_ask.c \
	nlp/scene/scene_list.c nlp/scene/scene_list.h \
	nlp/scene/scene_make.c \
	nlp/scene/scene_maker.h \
	nlp/scene/scene_period.c \
	nlp/scene/scene_unit.c \
	nlp/scene/scene_word.c nlp/scene/scene_word.h \
	nlp/scene/story.c nlp/scene/story.h \
	nlp/scene/topic.c nlp/scene/topic.h \
	nlp/syntax/mend.c nlp/syntax/mend.h \
	nlp/syntax/mend_bare.c \
	nlp/syntax/mend_first.c \
	nlp/syntax/mend_mark.c \
	nlp/syntax/mend_name.c \
	nlp/syntax/mend_said.c \
	nlp/syntax/mend_word.c \
	nlp/syntax/mend_part.h \
	nlp/syntax/syntax.c nlp/syntax/syntax.h \
	nlp/syntax/syntax_nodes.c \
	nlp/syntax/syntax_part.h \
	nlp/syntax/tagger.c nlp/syntax/tagger.h \
	nlp/syntax/tagger_model.h \
	nlp/syntax/tree.c nlp/syntax/tree.h \
	nlp/syntax/tree_model.h \
	nlp/syntax/word_class.c nlp/syntax/word_class.h \
	nlp/when/when.c nlp/when/when.h \
	nlp/when/when_date.c \
	nlp/when/when_relative.c \
	nlp/when/when_scan.c nlp/when/when_scan.h \
	nlp/word/script.c nlp/word/script.h \
	nlp/word/stem.c nlp/word/stem.h \
	nlp/word/word.c nlp/word/word.h
