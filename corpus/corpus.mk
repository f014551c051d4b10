corpus_sources = \
	corpus/article.c corpus/article.h \
	corpus/bins.c corpus/bins.h \
	corpus/candidate.c \
	corpus/catalog.c \
	corpus/cluster.c corpus/cluster.h \
	corpus/copies.c corpus/copies.h corpus/search.h \
	corpus/copies_write.c corpus/copies_write.h \
	corpus/copy.c corpus/copy.h \
	corpus/explain.c corpus/explain.h \
	corpus/codec.c corpus/codec.h \
	corpus/codec_gzip.c \
	corpus/http.c corpus/http.h \
	corpus/job.c \
	corpus/json_scan.c corpus/json_scan.h \
	corpus/magic.c corpus/magic.h \
	corpus/judged.c corpus/judged.h \
	corpus/options.c corpus/settings.h \
	corpus/pipeline.c corpus/pipeline.h \
	corpus/posting.c \
	corpus/row.c corpus/row.h \
	corpus/read_html.c \
	corpus/read_jsonl.c \
	corpus/read_text.c \
	corpus/read_warc.c \
	corpus/reader.c corpus/reader.h \
	corpus/source.c corpus/source.h \
	corpus/stream.c corpus/stream.h \
	corpus/store.c corpus/store.h \
	corpus/unit.c corpus/unit.h \
	corpus/verify.c \
	corpus/version.c \
	corpus/walk.c corpus/walk.h
