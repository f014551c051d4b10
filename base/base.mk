base_sources = \
	base/arena.c base/arena.h base/ascii.h \
	base/buf.c base/buf.h \
	base/calendar.c base/calendar.h \
	base/date.c base/date.h \
	base/doc.c base/doc.h \
	base/error.c base/error.h \
	base/fold.c base/fold.h base/hash.h \
	base/json.c base/json.h \
	base/language.c base/language.h \
	base/list_mark.c base/list_mark.h \
	base/memo.c base/memo.h \
	base/memory.c base/memory.h \
	base/radix.c base/radix.h \
	base/record.c base/record.h \
	base/script.c base/script.h \
	base/sorted.c base/sorted.h \
	base/str.c base/str.h base/u128.h \
	base/union.c base/union.h \
	base/utf8.c base/utf8.h
