nlp_sources = \
	nlp/align.c nlp/align.h \
	nlp/align_long.c nlp/align_long.h \
	nlp/align_rows.c nlp/align_rows.h \
	nlp/anchor.c nlp/anchor.h \
	nlp/claim.c nlp/claim.h nlp/claims.c nlp/claims.h \
	nlp/compare.c nlp/compare.h nlp/copies_options.h \
	nlp/features.c nlp/features.h \
	nlp/figures.c nlp/figures.h \
	nlp/idf.c nlp/idf.h \
	nlp/minhash.c nlp/minhash.h \
	nlp/runs.c nlp/runs.h \
	nlp/script.c nlp/script.h \
	nlp/shingle.c nlp/shingle.h \
	nlp/slots.c nlp/slots.h \
	nlp/stem.c nlp/stem.h \
	nlp/words.c nlp/words.h

# quantities: the first half of the claims engine
nlp_sources += \
	nlp/action.c nlp/action.h nlp/action_compound.c \
	nlp/action_count.c nlp/action_unit.c \
	nlp/action_mark.c \
	nlp/bare.c nlp/bare.h \
	nlp/decimal.c nlp/decimal.h \
	nlp/digit.c nlp/digit.h \
	nlp/direction.c nlp/direction.h \
	nlp/entry.c nlp/entry.h \
	nlp/finish.c nlp/finish.h \
	nlp/grammar.c nlp/grammar.h nlp/grammar_rows.c \
	nlp/items.c nlp/items.h \
	nlp/language.c nlp/language.h \
	nlp/lexicon.c nlp/lexicon.h nlp/lexicon_rows.c \
	nlp/literal.c nlp/literal.h \
	nlp/make.c nlp/make.h \
	nlp/pounds.c nlp/pounds.h \
	nlp/noun.c nlp/noun.h nlp/noun_plain.c \
	nlp/number.c nlp/number.h \
	nlp/number_digits.c \
	nlp/number_fraction.c \
	nlp/number_part.h \
	nlp/number_split.c nlp/number_split.h \
	nlp/number_words.c \
	nlp/quantity.c nlp/quantity.h \
	nlp/regex.c nlp/regex.h \
	nlp/sentence.c nlp/sentence.h \
	nlp/token.c nlp/token.h nlp/token_part.h nlp/token_word.c \
	nlp/want.c nlp/want.h

# attachment: the second half
nlp_sources += \
	nlp/attach.c nlp/attach.h \
	nlp/bearer.c nlp/bearer.h nlp/bearer_part.h nlp/bearer_subject.c \
	nlp/bond.c nlp/bond.h nlp/bond_part.c nlp/bond_part.h \
	nlp/calendar.c nlp/calendar.h \
	nlp/change.c nlp/change.h \
	nlp/clause.c nlp/clause.h \
	nlp/contrast.c nlp/contrast.h \
	nlp/entity.c nlp/entity.h \
	nlp/link.c nlp/link.h \
	nlp/mend.c nlp/mend.h nlp/mend_name.c nlp/mend_part.h \
	nlp/phrase.c nlp/phrase.h \
	nlp/reasoner.c nlp/reasoner.h \
	nlp/reasoner_claim.c nlp/reasoner_claim.h \
	nlp/reasons.c nlp/reasons.h \
	nlp/series.c nlp/series.h \
	nlp/shift.c nlp/shift.h \
	nlp/price.c nlp/price.h \
	nlp/stance.c nlp/stance.h \
	nlp/subject.c \
	nlp/syntax.c nlp/syntax.h \
	nlp/tagger.c nlp/tagger.h nlp/tagger_model.h \
	nlp/word_class.c nlp/word_class.h \
	nlp/tree.c nlp/tree.h nlp/tree_model.h \
	nlp/view.c nlp/view.h \
	nlp/when.c nlp/when.h \
	nlp/when_date.c nlp/when_relative.c \
	nlp/when_scan.c nlp/when_scan.h \
	nlp/scene.c nlp/scene.h nlp/scene_make.c nlp/scene_word.c nlp/scene_word.h \
	nlp/topic.c nlp/topic.h \
	nlp/word.c nlp/word.h

# copies: the judgement of a pair
nlp_sources += \
	nlp/cues.c nlp/cues.h \
	nlp/facts.c nlp/facts.h nlp/facts_part.h \
	nlp/facts_figure.c nlp/facts_name.c \
	nlp/meaning.c nlp/meaning.h \
	nlp/model.c nlp/model.h \
	nlp/skips.c nlp/skips.h \
	nlp/stock.c nlp/stock.h \
	nlp/synonyms.c nlp/synonyms.h
