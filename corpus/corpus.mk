corpus_sources = \
	corpus/article.c corpus/article.h \
	corpus/job.c \
	corpus/options.c corpus/settings.h \
	corpus/pipeline.c corpus/pipeline.h \
	corpus/source.c corpus/source.h \
	corpus/version.c
