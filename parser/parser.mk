parser_sources = \
	parser/parse.c parser/parse.h
