cmd_sources = \
	cmd/arguments.c cmd/arguments.h \
	cmd/cmd_claims.c \
	cmd/cmd_clean.c \
	cmd/cmd_copies.c \
	cmd/cmd_run.c \
	cmd/command.c cmd/command.h \
	cmd/help.c cmd/help.h \
	cmd/main.c
