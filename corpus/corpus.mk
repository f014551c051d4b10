corpus_sources = \
	corpus/article.c corpus/article.h \
	corpus/catalog.c \
	corpus/explain.c corpus/explain.h \
	corpus/job.c \
	corpus/options.c corpus/settings.h \
	corpus/pipeline.c corpus/pipeline.h \
	corpus/row.c corpus/row.h \
	corpus/source.c corpus/source.h \
	corpus/version.c
