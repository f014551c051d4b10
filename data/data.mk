# Rule tables: data/*.tsv compiled into const C tables.  A bad row stops the
# build with file:line.
generated =
tables_tsv =
EXTRA_DIST += tools/mktable.awk $(tables_tsv)
BUILT_SOURCES += $(generated)
CLEANFILES += $(generated)
