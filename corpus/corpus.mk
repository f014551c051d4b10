corpus_sources = \
	corpus/article.c corpus/article.h \
	corpus/catalog.c \
	corpus/explain.c corpus/explain.h \
	corpus/codec.c corpus/codec.h \
	corpus/codec_gzip.c \
	corpus/http.c corpus/http.h \
	corpus/job.c \
	corpus/json_scan.c corpus/json_scan.h \
	corpus/magic.c corpus/magic.h \
	corpus/options.c corpus/settings.h \
	corpus/pipeline.c corpus/pipeline.h \
	corpus/row.c corpus/row.h \
	corpus/read_html.c \
	corpus/read_jsonl.c \
	corpus/read_text.c \
	corpus/read_warc.c \
	corpus/reader.c corpus/reader.h \
	corpus/source.c corpus/source.h \
	corpus/stream.c corpus/stream.h \
	corpus/version.c \
	corpus/walk.c corpus/walk.h
