# Tables of the claims engine: lexicon, shapes of digits, grammar rows.
shapes_tsv = data/shapes.tsv
lexicon_tsv = data/currencies.tsv data/lexicon.en.tsv data/units.tsv
# nonclaims first: within a pass they win
grammar_tsv = data/nonclaims.en.tsv data/claims.en.tsv
generated += nlp/shapes.inc nlp/lexicon.inc nlp/grammar.inc nlp/dimensions.inc
tables_tsv += $(shapes_tsv) $(lexicon_tsv) $(grammar_tsv) data/dimensions.tsv
EXTRA_DIST += tools/mkgrammar.awk tools/mkunits.py

nlp/shapes.inc: $(shapes_tsv) tools/mktable.awk
	@$(MKDIR_P) nlp
	$(AM_V_GEN)$(mktable) $(srcdir)/$(shapes_tsv) > $@.tmp && mv $@.tmp $@

nlp/lexicon.inc: $(lexicon_tsv) tools/mktable.awk
	@$(MKDIR_P) nlp
	$(AM_V_GEN)cd $(srcdir) && LC_ALL=C $(AWK) -f tools/mktable.awk \
		$(lexicon_tsv) > $(abs_builddir)/$@.tmp && \
		mv $(abs_builddir)/$@.tmp $(abs_builddir)/$@

nlp/grammar.inc: $(grammar_tsv) tools/mkgrammar.awk
	@$(MKDIR_P) nlp
	$(AM_V_GEN)cd $(srcdir) && LC_ALL=C $(AWK) -f tools/mkgrammar.awk \
		$(grammar_tsv) > $(abs_builddir)/$@.tmp && \
		mv $(abs_builddir)/$@.tmp $(abs_builddir)/$@

nlp/dimensions.inc: data/dimensions.tsv tools/mktable.awk
	@$(MKDIR_P) nlp
	$(AM_V_GEN)$(mktable) $(srcdir)/data/dimensions.tsv > $@.tmp && mv $@.tmp $@
