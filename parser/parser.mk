parser_sources = \
	parser/jsonld.c parser/jsonld.h \
	parser/parse.c parser/parse.h \
	parser/phrase.c parser/phrase.h
