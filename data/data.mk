# Rule tables: data/*.tsv compiled into const C tables.  A bad row stops the
# build with file:line.
generated = base/month.inc
tables_tsv = data/months.tsv
EXTRA_DIST += tools/mktable.awk $(tables_tsv)
BUILT_SOURCES += $(generated)
CLEANFILES += $(generated)

mktable = LC_ALL=C $(AWK) -f $(srcdir)/tools/mktable.awk

base/month.inc: data/months.tsv tools/mktable.awk
	@$(MKDIR_P) base
	$(AM_V_GEN)$(mktable) $(srcdir)/data/months.tsv > $@.tmp && mv $@.tmp $@
