# Tables of the claims engine: lexicon, shapes of digits, grammar rows.
shapes_tsv = data/shapes.tsv
lexicon_tsv = data/currencies.tsv data/lexicon.en.tsv data/units.tsv
# nonclaims first: within a pass they win
grammar_tsv = data/nonclaims.en.tsv data/claims.en.tsv
generated += nlp/quantity/shapes.inc nlp/quantity/lexicon.inc nlp/quantity/grammar.inc nlp/quantity/dimensions.inc \
	nlp/quantity/money_places.inc nlp/quantity/money_words.inc
tables_tsv += $(shapes_tsv) $(lexicon_tsv) $(grammar_tsv) data/dimensions.tsv \
	data/money_places.tsv data/money_words.tsv
EXTRA_DIST += tools/mkgrammar.awk tools/mkunits.py tools/mknumerals.py \
	data/languages.words.tsv tools/mklanguages.awk tools/train_languages.py
# other languages: their words and what their rows differ in
generated += base/script.inc base/language.inc \
	nlp/quantity/lexicon.de.inc nlp/quantity/lexicon.es.inc nlp/quantity/lexicon.fr.inc \
	nlp/quantity/grammar.de.inc nlp/quantity/grammar.es.inc nlp/quantity/grammar.fr.inc
tables_tsv += data/scripts.tsv data/languages.tsv \
	data/lexicon.de.tsv data/numerals.de.tsv data/claims.de.tsv \
	data/lexicon.es.tsv data/numerals.es.tsv data/claims.es.tsv \
	data/lexicon.fr.tsv data/numerals.fr.tsv data/claims.fr.tsv

nlp/quantity/shapes.inc: $(shapes_tsv) tools/mktable.awk
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)$(mktable) $(srcdir)/$(shapes_tsv) > $@.tmp && mv $@.tmp $@

nlp/quantity/lexicon.inc: $(lexicon_tsv) tools/mktable.awk
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)cd $(srcdir) && LC_ALL=C $(AWK) -f tools/mktable.awk \
		$(lexicon_tsv) > $(abs_builddir)/$@.tmp && \
		mv $(abs_builddir)/$@.tmp $(abs_builddir)/$@

nlp/quantity/grammar.inc: $(grammar_tsv) tools/mkgrammar.awk
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)cd $(srcdir) && LC_ALL=C $(AWK) -f tools/mkgrammar.awk \
		-v name=rule_rows $(grammar_tsv) > $(abs_builddir)/$@.tmp && \
		mv $(abs_builddir)/$@.tmp $(abs_builddir)/$@

nlp/quantity/dimensions.inc: data/dimensions.tsv tools/mktable.awk
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)$(mktable) $(srcdir)/data/dimensions.tsv > $@.tmp && mv $@.tmp $@

nlp/quantity/money_places.inc: data/money_places.tsv tools/mktable.awk
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)$(mktable) $(srcdir)/data/money_places.tsv > $@.tmp && mv $@.tmp $@

nlp/quantity/money_words.inc: data/money_words.tsv tools/mktable.awk
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)$(mktable) $(srcdir)/data/money_words.tsv > $@.tmp && mv $@.tmp $@

nlp/quantity/lexicon.de.inc: data/lexicon.de.tsv data/numerals.de.tsv tools/mktable.awk
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)cd $(srcdir) && LC_ALL=C $(AWK) -f tools/mktable.awk \
		data/lexicon.de.tsv data/numerals.de.tsv \
		> $(abs_builddir)/$@.tmp && \
		mv $(abs_builddir)/$@.tmp $(abs_builddir)/$@

nlp/quantity/grammar.de.inc: data/claims.de.tsv tools/mkgrammar.awk
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)cd $(srcdir) && LC_ALL=C $(AWK) -f tools/mkgrammar.awk \
		-v name=rule_rows_de data/claims.de.tsv \
		> $(abs_builddir)/$@.tmp && \
		mv $(abs_builddir)/$@.tmp $(abs_builddir)/$@

nlp/quantity/lexicon.es.inc: data/lexicon.es.tsv data/numerals.es.tsv tools/mktable.awk
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)cd $(srcdir) && LC_ALL=C $(AWK) -f tools/mktable.awk \
		data/lexicon.es.tsv data/numerals.es.tsv \
		> $(abs_builddir)/$@.tmp && \
		mv $(abs_builddir)/$@.tmp $(abs_builddir)/$@

nlp/quantity/grammar.es.inc: data/claims.es.tsv tools/mkgrammar.awk
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)cd $(srcdir) && LC_ALL=C $(AWK) -f tools/mkgrammar.awk \
		-v name=rule_rows_es data/claims.es.tsv \
		> $(abs_builddir)/$@.tmp && \
		mv $(abs_builddir)/$@.tmp $(abs_builddir)/$@

nlp/quantity/lexicon.fr.inc: data/lexicon.fr.tsv data/numerals.fr.tsv tools/mktable.awk
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)cd $(srcdir) && LC_ALL=C $(AWK) -f tools/mktable.awk \
		data/lexicon.fr.tsv data/numerals.fr.tsv \
		> $(abs_builddir)/$@.tmp && \
		mv $(abs_builddir)/$@.tmp $(abs_builddir)/$@

nlp/quantity/grammar.fr.inc: data/claims.fr.tsv tools/mkgrammar.awk
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)cd $(srcdir) && LC_ALL=C $(AWK) -f tools/mkgrammar.awk \
		-v name=rule_rows_fr data/claims.fr.tsv \
		> $(abs_builddir)/$@.tmp && \
		mv $(abs_builddir)/$@.tmp $(abs_builddir)/$@

base/script.inc: data/scripts.tsv tools/mktable.awk
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)$(mktable) $(srcdir)/data/scripts.tsv > $@.tmp && mv $@.tmp $@

base/language.inc: data/languages.tsv data/languages.words.tsv \
		tools/mklanguages.awk
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)cd $(srcdir) && LC_ALL=C $(AWK) -f tools/mklanguages.awk \
		data/languages.tsv data/languages.words.tsv \
		> $(abs_builddir)/$@.tmp && \
		mv $(abs_builddir)/$@.tmp $(abs_builddir)/$@
