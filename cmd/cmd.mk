cmd_sources = \
	cmd/arguments.c cmd/arguments.h \
	cmd/cmd_claims.c \
	cmd/cmd_clean.c \
	cmd/cmd_compare.c \
	cmd/cmd_copies.c \
	cmd/cmd_explain.c \
	cmd/cmd_export.c \
	cmd/cmd_report.c \
	cmd/cmd_help.c \
	cmd/cmd_rules.c \
	cmd/cmd_index.c \
	cmd/cmd_run.c \
	cmd/cmd_schema.c \
	cmd/cmd_stage.c \
	cmd/command.c cmd/command.h \
	cmd/completions.c \
	cmd/help.c cmd/help.h \
	cmd/main.c \
	cmd/manual.c \
	cmd/progress.c cmd/progress.h \
	cmd/suggest.c cmd/suggest.h \
	cmd/terminal.c cmd/terminal.h \
	cmd/view.c cmd/view.h \
	cmd/view_claim.c cmd/view_claim.h \
	cmd/view_compare.c cmd/view_compare.h \
	cmd/view_copy.c cmd/view_copy.h \
	cmd/view_sentence.c cmd/view_sentence.h \
	cmd/view_summary.c cmd/view_summary.h
