# SPDX-License-Identifier: Apache-2.0
check_sources = \
	tests/check_attach.c \
	tests/check_bare.c \
	tests/check_base.c \
	tests/check_bio.c \
	tests/check_blocks.c \
	tests/check_charset.c \
	tests/check_claim_row.c \
	tests/check_claims.c \
	tests/check_compare.c \
	tests/check_copies.c \
	tests/check_covered.c \
	tests/check_credit.c \
	tests/check_dedup.c \
	tests/check_date.c \
	tests/check_decimal.c \
	tests/check_jsonl.c \
	tests/check_jsonld.c \
	tests/check_labels.c \
	tests/check_language.c \
	tests/check_index.c \
	tests/check_judge.c tests/judge_pages.h \
	tests/check_machine.c \
	tests/check_manifest.c tests/check_markdown.c \
	tests/check_meta.c \
	tests/check_model.c \
	tests/check_news.c \
	tests/check_permalink.c \
	tests/check_phrase.c \
	tests/check_word_class.c \
	tests/check_plain.c \
	tests/check_plain_head.c \
	tests/check_pushes.c \
	tests/check_siblings.c \
	tests/check_site.c \
	tests/check_ring.c \
	tests/check_sorted.c tests/check_spans_window.c tests/check_stream.c \
	tests/check_quantity.c \
	tests/check_shape.c \
	tests/check_shingle.c \
	tests/check_scene.c \
	tests/check_story.c \
	tests/check_topic.c \
	tests/check_tree.c \
	tests/check_warc.c \
	tests/check_words.c tests/check_wrap.c \
	tests/check_when.c \
	tests/check_write.c \
	tests/clean_page.c tests/clean_page.h tests/compare_texts.h \
	tests/random_rows.c tests/random_rows.h \
	tests/read_claims.c tests/read_claims.h \
	tests/read_lines.c tests/read_lines.h

EXTRA_DIST += tests/claims.tsv

script_tests = \
	tests/archives.sh \
	tests/cases.sh \
	tests/claims.sh \
	tests/compressed.sh \
	tests/database.sh \
	tests/demo.sh \
	tests/docs.sh \
	tests/facts.sh \
	tests/faults.sh \
	tests/export.sh tests/files.sh \
	tests/format.sh \
	tests/dot.sh \
	tests/full-disk.sh \
	tests/fuzz.sh \
	tests/hardening.sh \
	tests/index.sh \
	tests/index-kill.sh \
	tests/inputs.sh \
	tests/installed.sh \
	tests/isolate.sh \
	tests/layering.sh \
	tests/options.sh \
	tests/postgres.sh \
	tests/rejects.sh \
	tests/report-browser.sh \
	tests/site-memory.sh \
	tests/report-chromium.sh \
	tests/resume.sh \
	tests/stages.sh \
	tests/spark.sh \
	tests/style.sh \
	tests/tools.sh \
	tests/threads.sh

EXTRA_DIST += tests/cases tests/lib.sh tests/fault.c tests/naughty.py tests/pages.awk tests/facts.tsv tests/client.c \
	tests/browser
