# The style and script of the report, as C strings.
report_generated = corpus/report/report_css.inc corpus/report/report_js.inc
generated += $(report_generated)
BUILT_SOURCES += $(report_generated)
CLEANFILES += $(report_generated)
EXTRA_DIST += report/report.css report/report.js tools/mkasset.sh

corpus/report/report_css.inc: report/report.css tools/mkasset.sh
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)$(SHELL) $(srcdir)/tools/mkasset.sh report_css \
		$(srcdir)/report/report.css > $@.tmp && mv $@.tmp $@

corpus/report/report_js.inc: report/report.js tools/mkasset.sh
	@$(MKDIR_P) $(@D)
	$(AM_V_GEN)$(SHELL) $(srcdir)/tools/mkasset.sh report_js \
		$(srcdir)/report/report.js > $@.tmp && mv $@.tmp $@
