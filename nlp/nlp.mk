nlp_sources = \
	nlp/claim.c nlp/claim.h
