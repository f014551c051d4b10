nlp_sources = \
	nlp/align.c nlp/align.h \
	nlp/claim.c nlp/claim.h \
	nlp/compare.c nlp/compare.h \
	nlp/features.c nlp/features.h \
	nlp/figures.c nlp/figures.h \
	nlp/idf.c nlp/idf.h \
	nlp/runs.c nlp/runs.h \
	nlp/slots.c nlp/slots.h \
	nlp/stem.c nlp/stem.h \
	nlp/words.c nlp/words.h
