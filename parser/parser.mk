parser_sources = \
	parser/fallback.c parser/fallback.h \
	parser/parse.c parser/parse.h \
	parser/bytes/charset.c parser/bytes/charset.h \
	parser/bytes/charset_meta.c \
	parser/bytes/utf8_mend.c parser/bytes/utf8_mend.h \
	parser/html/build.c parser/html/build.h \
	parser/html/build_body.c \
	parser/html/build_body_end.c \
	parser/html/build_foreign.c \
	parser/html/build_format.c \
	parser/html/build_head.c \
	parser/html/build_stack.c \
	parser/html/build_table.c \
	parser/html/reference.c parser/html/reference.h \
	parser/html/tag.c parser/html/tag.h \
	parser/html/token.c parser/html/token.h \
	parser/html/token_attr.c parser/html/token_attr.h \
	parser/html/tree.c parser/html/tree.h \
	parser/html/tree_xml.c \
	parser/judge/address.c parser/judge/address.h \
	parser/judge/bio.c \
	parser/judge/captions.c \
	parser/judge/cards.c \
	parser/judge/copies.c \
	parser/judge/credit.c parser/judge/credit.h \
	parser/judge/family.c parser/judge/family.h \
	parser/judge/features.c parser/judge/features.h \
	parser/judge/headings.c \
	parser/judge/headline.c \
	parser/judge/judge.c parser/judge/judge.h \
	parser/judge/labels.c \
	parser/judge/lead.c \
	parser/judge/lead_name.c parser/judge/lead_name.h \
	parser/judge/links.c \
	parser/judge/machine.c \
	parser/judge/measure.c parser/judge/measure.h \
	parser/judge/model.c parser/judge/model.h \
	parser/judge/outline.c parser/judge/outline.h \
	parser/judge/outline_cards.c \
	parser/judge/phrase.c parser/judge/phrase.h \
	parser/judge/pushes.c parser/judge/pushes.h \
	parser/judge/rows.c \
	parser/judge/siblings.c \
	parser/judge/verdict.c parser/judge/verdict.h \
	parser/meta/byline_clean.c \
	parser/meta/clock.c parser/meta/clock.h \
	parser/meta/description.c parser/meta/description.h \
	parser/meta/dateline.c parser/meta/dateline.h \
	parser/meta/front_matter.c \
	parser/meta/gather.c parser/meta/gather.h \
	parser/meta/gather_lines.c \
	parser/meta/jsonld.c parser/meta/jsonld.h \
	parser/meta/meta.c parser/meta/meta.h \
	parser/meta/meta_byline.c parser/meta/meta_byline.h \
	parser/meta/meta_date.c parser/meta/meta_date.h \
	parser/meta/meta_title.c parser/meta/meta_title.h \
	parser/meta/plain_head.c parser/meta/plain_head.h \
	parser/meta/tags.c parser/meta/tags.h \
	parser/page/apart.c parser/page/apart.h \
	parser/page/blocks.c parser/page/blocks.h \
	parser/page/bold_title.c parser/page/bold_title.h \
	parser/page/context.c parser/page/context.h \
	parser/page/list.c parser/page/list.h \
	parser/page/meta_words.c parser/page/meta_words.h \
	parser/page/note.c parser/page/note.h \
	parser/page/options.h \
	parser/page/page.c parser/page/page.h \
	parser/page/path.c parser/page/path.h \
	parser/page/permalink.c parser/page/permalink.h \
	parser/page/space.c parser/page/space.h \
	parser/page/stream.c parser/page/stream.h \
	parser/page/url.c parser/page/url.h \
	parser/plain/figures.c parser/plain/figures.h \
	parser/plain/lines.c parser/plain/lines.h \
	parser/plain/markdown.c parser/plain/markdown.h \
	parser/plain/plain.c parser/plain/plain.h \
	parser/plain/plain_judge.c \
	parser/plain/plain_zone.c \
	parser/plain/unwrap.c parser/plain/unwrap.h \
	parser/plain/wrap.c parser/plain/wrap.h
