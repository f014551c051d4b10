# The style and script of the report, and the SQL that finds what it tells
# first, as C strings.
report_generated = corpus/report/report_css.inc corpus/report/report_js.inc \
	corpus/database/contradictions_sql.inc
generated += $(report_generated)
BUILT_SOURCES += $(report_generated)
CLEANFILES += $(report_generated)
EXTRA_DIST += report/report.css report/report.js \
	corpus/database/contradictions.sql tools/mkasset.sh

corpus/report/report_css.inc: report/report.css tools/mkasset.sh
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)$(SHELL) $(srcdir)/tools/mkasset.sh report_css \
		$(srcdir)/report/report.css > $@.tmp && mv $@.tmp $@

corpus/report/report_js.inc: report/report.js tools/mkasset.sh
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)$(SHELL) $(srcdir)/tools/mkasset.sh report_js \
		$(srcdir)/report/report.js > $@.tmp && mv $@.tmp $@

corpus/database/contradictions_sql.inc: corpus/database/contradictions.sql tools/mkasset.sh
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)$(SHELL) $(srcdir)/tools/mkasset.sh contradictions_sql \
		$(srcdir)/corpus/database/contradictions.sql > $@.tmp && mv $@.tmp $@
