# Rule tables: data/*.tsv compiled into const C tables.  A bad row stops the
# build with file:line.
generated = \
	base/month.inc \
	corpus/rules.inc \
	nlp/copy/figures.inc \
	nlp/copy/links.inc \
	nlp/copy/opposites.inc \
	parser/meta/zones.inc \
	parser/meta/byline.inc \
	parser/bytes/charset.inc \
	parser/meta/date_label.inc \
	parser/html/entity.inc \
	parser/bytes/legacy.inc \
	parser/judge/phrase.inc \
	parser/judge/stopword.inc
tables_tsv = \
	$(phrases_tsv) \
	data/bylines.tsv \
	data/charsets.lang.tsv \
	data/charsets.tsv \
	data/date_labels.tsv \
	data/entities.tsv \
	data/figures.tsv \
	data/links.tsv \
	data/opposites.tsv \
	data/zones.tsv \
	data/months.tsv \
	data/stopwords.tsv
EXTRA_DIST += tools/mktable.awk tools/mkrules.awk $(tables_tsv)
BUILT_SOURCES += $(generated)
CLEANFILES += $(generated)

mktable = LC_ALL=C $(AWK) -f $(srcdir)/tools/mktable.awk

base/month.inc: data/months.tsv tools/mktable.awk
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)$(mktable) $(srcdir)/data/months.tsv > $@.tmp && mv $@.tmp $@

parser/meta/byline.inc: data/bylines.tsv tools/mktable.awk
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)$(mktable) $(srcdir)/data/bylines.tsv > $@.tmp && mv $@.tmp $@

parser/meta/date_label.inc: data/date_labels.tsv tools/mktable.awk
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)$(mktable) $(srcdir)/data/date_labels.tsv > $@.tmp && mv $@.tmp $@

parser/html/entity.inc: data/entities.tsv tools/mktable.awk
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)$(mktable) $(srcdir)/data/entities.tsv > $@.tmp && mv $@.tmp $@

parser/bytes/charset.inc: data/charsets.tsv tools/mktable.awk
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)$(mktable) $(srcdir)/data/charsets.tsv > $@.tmp && mv $@.tmp $@

parser/bytes/legacy.inc: data/charsets.lang.tsv tools/mktable.awk
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)$(mktable) $(srcdir)/data/charsets.lang.tsv > $@.tmp && mv $@.tmp $@

phrases_tsv = \
	data/boilerplate.ar.tsv data/boilerplate.bg.tsv data/boilerplate.cs.tsv \
	data/boilerplate.da.tsv data/boilerplate.de.tsv data/boilerplate.el.tsv \
	data/boilerplate.en.tsv data/boilerplate.es.tsv data/boilerplate.fa.tsv \
	data/boilerplate.fi.tsv data/boilerplate.fr.tsv data/boilerplate.he.tsv \
	data/boilerplate.hi.tsv data/boilerplate.hr.tsv data/boilerplate.hu.tsv \
	data/boilerplate.id.tsv data/boilerplate.it.tsv data/boilerplate.ja.tsv \
	data/boilerplate.ko.tsv data/boilerplate.nb.tsv data/boilerplate.nl.tsv \
	data/boilerplate.pl.tsv data/boilerplate.pt.tsv data/boilerplate.ro.tsv \
	data/boilerplate.ru.tsv data/boilerplate.sk.tsv data/boilerplate.sv.tsv \
	data/boilerplate.tr.tsv data/boilerplate.uk.tsv data/boilerplate.vi.tsv \
	data/boilerplate.zh.tsv

parser/judge/phrase.inc: $(phrases_tsv) tools/mktable.awk
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)cd $(srcdir) && LC_ALL=C $(AWK) -f tools/mktable.awk \
		$(phrases_tsv) > $(abs_builddir)/$@.tmp && \
		mv $(abs_builddir)/$@.tmp $(abs_builddir)/$@

nlp/copy/figures.inc: data/figures.tsv tools/mktable.awk
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)$(mktable) $(srcdir)/data/figures.tsv > $@.tmp && mv $@.tmp $@

nlp/copy/links.inc: data/links.tsv tools/mktable.awk
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)$(mktable) $(srcdir)/data/links.tsv > $@.tmp && mv $@.tmp $@

nlp/copy/opposites.inc: data/opposites.tsv tools/mktable.awk
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)$(mktable) $(srcdir)/data/opposites.tsv > $@.tmp && mv $@.tmp $@

parser/meta/zones.inc: data/zones.tsv tools/mktable.awk
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)$(mktable) $(srcdir)/data/zones.tsv > $@.tmp && mv $@.tmp $@

# What `copydesk rules` shows: every table but the weights of models, by name.
rules_tsv = `printf '%s\n' $(tables_tsv) | grep -v /model | LC_ALL=C sort`
corpus/rules.inc: $(tables_tsv) tools/mkrules.awk
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)files="$(rules_tsv)" && (cd $(srcdir) && \
		LC_ALL=C $(AWK) -f tools/mkrules.awk $$files) > $@.tmp && mv $@.tmp $@

parser/judge/stopword.inc: data/stopwords.tsv tools/mktable.awk
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)$(mktable) $(srcdir)/data/stopwords.tsv > $@.tmp && mv $@.tmp $@

# what the judgement of blocks goes by
generated += parser/judge/family.inc parser/judge/model.inc
tables_tsv += data/families.tsv data/model.extraction.tsv
EXTRA_DIST += tools/mkmodel.awk tools/train_extraction.py \
	tools/align_labels.py tools/train.txt \
	bench/extraction.sh bench/teasers.py

generated += parser/page/permalink.inc parser/judge/lead.inc
generated += parser/judge/credit.inc
tables_tsv += data/permalinks.tsv data/leads.tsv data/credits.tsv

parser/judge/credit.inc: data/credits.tsv tools/mktable.awk
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)$(mktable) $(srcdir)/data/credits.tsv > $@.tmp && mv $@.tmp $@

parser/judge/lead.inc: data/leads.tsv tools/mktable.awk
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)$(mktable) $(srcdir)/data/leads.tsv > $@.tmp && mv $@.tmp $@

parser/page/permalink.inc: data/permalinks.tsv tools/mktable.awk
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)$(mktable) $(srcdir)/data/permalinks.tsv > $@.tmp && mv $@.tmp $@

parser/judge/family.inc: data/families.tsv tools/mktable.awk
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)$(mktable) $(srcdir)/data/families.tsv > $@.tmp && mv $@.tmp $@

parser/judge/model.inc: data/model.extraction.tsv tools/mkmodel.awk
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)LC_ALL=C $(AWK) -f $(srcdir)/tools/mkmodel.awk \
		$(srcdir)/data/model.extraction.tsv > $@.tmp && mv $@.tmp $@

# what words mean to the attachment of quantities
generated += nlp/word/word_rows.inc nlp/word/verb_rows.inc nlp/when/times.inc
tables_tsv += data/words.en.tsv data/questions.en.tsv data/verbs.en.tsv \
	data/times.en.tsv

nlp/when/times.inc: data/times.en.tsv tools/mktable.awk
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)$(mktable) $(srcdir)/data/times.en.tsv > $@.tmp && mv $@.tmp $@

generated += nlp/attach/german.inc
tables_tsv += data/phrases.de.tsv

nlp/attach/german.inc: data/phrases.de.tsv tools/mktable.awk
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)$(mktable) $(srcdir)/data/phrases.de.tsv > $@.tmp && mv $@.tmp $@

generated += nlp/attach/french.inc nlp/attach/spanish.inc
tables_tsv += data/phrases.fr.tsv data/phrases.es.tsv

nlp/attach/french.inc: data/phrases.fr.tsv tools/mktable.awk
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)$(mktable) $(srcdir)/data/phrases.fr.tsv > $@.tmp && mv $@.tmp $@

nlp/attach/spanish.inc: data/phrases.es.tsv tools/mktable.awk
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)$(mktable) $(srcdir)/data/phrases.es.tsv > $@.tmp && mv $@.tmp $@

words_tsv = $(srcdir)/data/words.en.tsv $(srcdir)/data/questions.en.tsv
nlp/word/word_rows.inc: data/words.en.tsv data/questions.en.tsv tools/mktable.awk
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)$(mktable) $(words_tsv) > $@.tmp && mv $@.tmp $@

nlp/word/verb_rows.inc: data/verbs.en.tsv tools/mktable.awk
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)$(mktable) $(srcdir)/data/verbs.en.tsv > $@.tmp && mv $@.tmp $@

# Weights of the tagger and of the tree builder.  The trainers are built and run
# by hand: see their heads.
BUILT_SOURCES += nlp/syntax/tagger.inc nlp/syntax/tree.inc nlp/syntax/word_class.inc
CLEANFILES += nlp/syntax/tagger.inc nlp/syntax/tree.inc nlp/syntax/word_class.inc
EXTRA_DIST += tools/mkweights.awk data/tagger.en.txt data/tree.en.txt \
	tools/mkclasses.awk tools/train_word_classes.py data/word_classes.en.tsv
mkweights = LC_ALL=C $(AWK) -f $(srcdir)/tools/mkweights.awk

nlp/syntax/tagger.inc: data/tagger.en.txt tools/mkweights.awk
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)$(mkweights) -v name=cd_tagger_rows -v rows=CD_POS_ROWS \
		-v columns=CD_POS_COUNT $(srcdir)/data/tagger.en.txt > $@.tmp && \
		mv $@.tmp $@

# What the tagger looks up.
nlp/syntax/word_class.inc: data/word_classes.en.tsv tools/mkclasses.awk
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)LC_ALL=C $(AWK) -f $(srcdir)/tools/mkclasses.awk \
		$(srcdir)/data/word_classes.en.tsv > $@.tmp && mv $@.tmp $@

nlp/syntax/tree.inc: data/tree.en.txt tools/mkweights.awk
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)$(mkweights) -v name=cd_tree_rows -v rows=CD_TREE_ROWS \
		-v columns=CD_TREE_MOVES $(srcdir)/data/tree.en.txt > $@.tmp && \
		mv $@.tmp $@

tools_train_tagger_SOURCES = tools/train_tagger.c tools/conllu.h \
	tools/perceptron.h
tools_train_tagger_LDADD = libcore.la
tools_train_tree_SOURCES = tools/train_tree.c tools/conllu.h tools/perceptron.h
tools_train_tree_LDADD = libcore.la
