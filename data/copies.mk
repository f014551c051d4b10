# What the judgement of pairs of texts learnt: idf, synonyms, the model.
generated += nlp/copy/idf_en.inc nlp/copy/idf_other.inc \
	nlp/copy/synonyms.inc nlp/copy/stock.inc nlp/copy/model.inc
EXTRA_DIST += \
	data/idf.words.tsv data/idf.en.tsv data/idf.other.tsv \
	tools/mkidf.awk tools/train_idf.py tools/train_idf_other.py \
	data/synonyms.en.tsv tools/mksynonyms.awk tools/train_synonyms.py \
	data/stock.en.tsv tools/mkstock.awk tools/train_stock.py \
	data/copies.model.tsv tools/train_copies.py \
	tools/copies.labels.tsv
BUILT_SOURCES += nlp/copy/idf_en.inc nlp/copy/idf_other.inc \
	nlp/copy/synonyms.inc nlp/copy/stock.inc nlp/copy/model.inc
CLEANFILES += nlp/copy/idf_en.inc nlp/copy/idf_other.inc \
	nlp/copy/synonyms.inc nlp/copy/stock.inc nlp/copy/model.inc

nlp/copy/idf_en.inc: data/idf.en.tsv tools/mkidf.awk
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)LC_ALL=C $(AWK) -v name=english -f $(srcdir)/tools/mkidf.awk $(srcdir)/data/idf.en.tsv > $@.tmp && mv $@.tmp $@

nlp/copy/idf_other.inc: data/idf.other.tsv tools/mkidf.awk
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)LC_ALL=C $(AWK) -v name=other -f $(srcdir)/tools/mkidf.awk $(srcdir)/data/idf.other.tsv > $@.tmp && mv $@.tmp $@

nlp/copy/synonyms.inc: data/synonyms.en.tsv tools/mksynonyms.awk
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)LC_ALL=C $(AWK) -f $(srcdir)/tools/mksynonyms.awk $(srcdir)/data/synonyms.en.tsv > $@.tmp && mv $@.tmp $@

nlp/copy/stock.inc: data/stock.en.tsv tools/mkstock.awk
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)LC_ALL=C $(AWK) -f $(srcdir)/tools/mkstock.awk $(srcdir)/data/stock.en.tsv > $@.tmp && mv $@.tmp $@

nlp/copy/model.inc: data/copies.model.tsv tools/mktable.awk
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)$(mktable) $(srcdir)/data/copies.model.tsv > $@.tmp && mv $@.tmp $@
