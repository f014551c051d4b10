parser_sources = \
	parser/bio.c \
	parser/blocks.c parser/blocks.h \
	parser/build.c parser/build.h \
	parser/build_body.c \
	parser/build_foreign.c \
	parser/build_format.c \
	parser/build_head.c \
	parser/build_stack.c \
	parser/build_table.c \
	parser/cards.c \
	parser/charset.c parser/charset.h \
	parser/charset_meta.c \
	parser/context.c parser/context.h \
	parser/fallback.c parser/fallback.h \
	parser/copies.c \
	parser/family.c parser/family.h \
	parser/features.c parser/features.h \
	parser/front_matter.c \
	parser/gather.c parser/gather.h \
	parser/gather_lines.c \
	parser/jsonld.c parser/jsonld.h \
	parser/judge.c parser/judge.h \
	parser/markdown.c parser/markdown.h \
	parser/measure.c parser/measure.h \
	parser/byline_clean.c \
	parser/meta.c parser/meta.h \
	parser/meta_byline.c parser/meta_byline.h \
	parser/meta_date.c parser/meta_date.h \
	parser/meta_title.c parser/meta_title.h \
	parser/meta_words.c parser/meta_words.h \
	parser/model.c parser/model.h \
	parser/outline.c parser/outline.h \
	parser/note.c parser/note.h \
	parser/page.c parser/page.h \
	parser/options.h parser/parse.c parser/parse.h \
	parser/path.c parser/path.h \
	parser/phrase.c parser/phrase.h \
	parser/plain.c parser/plain.h parser/plain_judge.c parser/plain_zone.c \
	parser/pushes.c parser/pushes.h \
	parser/reference.c parser/reference.h \
	parser/space.h \
	parser/stream.c parser/stream.h \
	parser/tag.c parser/tag.h \
	parser/token.c parser/token.h \
	parser/token_attr.c parser/token_attr.h \
	parser/tree.c parser/tree.h \
	parser/tree_xml.c \
	parser/verdict.c parser/verdict.h \
	parser/utf8_mend.c parser/utf8_mend.h
