corpus_sources = \
	corpus/api.c \
	corpus/article.c corpus/article.h \
	corpus/bins.c corpus/bins.h \
	corpus/candidate.c \
	corpus/catalog.c \
	corpus/claim_edges.c corpus/claim_edges.h \
	corpus/claim_groups.c corpus/claim_groups.h \
	corpus/claim_row.c corpus/claim_row.h \
	corpus/claim_scenes.c corpus/claim_scenes.h \
	corpus/cluster.c corpus/cluster.h \
	corpus/codec.c corpus/codec.h \
	corpus/codec_brotli.c \
	corpus/codec_bzip2.c \
	corpus/codec_gzip.c \
	corpus/codec_xz.c \
	corpus/codec_zstd.c \
	corpus/comparison.c corpus/comparison.h \
	corpus/copies.c corpus/copies.h corpus/search.h \
	corpus/copies_choose.c corpus/copies_choose.h \
	corpus/copies_send.c corpus/copies_send.h \
	corpus/copies_write.c corpus/copies_write.h \
	corpus/copy.c corpus/copy.h \
	corpus/copying.c corpus/copying.h \
	corpus/dedup.c corpus/dedup.h \
	corpus/explain.c corpus/explain.h \
	corpus/export.c corpus/export.h \
	corpus/export_articles.c corpus/export_articles.h \
	corpus/feed.c corpus/feed.h \
	corpus/export_jsonld.c corpus/export_jsonld.h \
	corpus/files.c corpus/files.h \
	corpus/http.c corpus/http.h \
	corpus/index.c corpus/index.h \
	corpus/index_add.c \
	corpus/index_merge.c \
	corpus/index_read.c \
	corpus/index_record.c corpus/index_record.h \
	corpus/isolate.c corpus/isolate.h \
	corpus/job.c corpus/job.h \
	corpus/job_claims.c \
	corpus/job_clean.c \
	corpus/job_compare.c \
	corpus/job_copies.c \
	corpus/job_dry_run.c \
	corpus/job_explain.c \
	corpus/job_export.c \
	corpus/job_index.c \
	corpus/job_report.c \
	corpus/job_run.c \
	corpus/job_stage.c \
	corpus/json_scan.c corpus/json_scan.h \
	corpus/judged.c corpus/judged.h \
	corpus/magic.c corpus/magic.h \
	corpus/manifest.c corpus/manifest.h \
	corpus/offsets.c corpus/offsets.h \
	corpus/options.c corpus/settings.h \
	corpus/outfile.c corpus/outfile.h \
	corpus/pack.c corpus/pack.h \
	corpus/packing.c corpus/packing.h \
	corpus/pipeline.c corpus/pipeline.h \
	corpus/plan.c corpus/plan.h \
	corpus/posting.c \
	corpus/provenance.c corpus/provenance.h \
	corpus/read_archive.c \
	corpus/read_html.c \
	corpus/read_jsonl.c \
	corpus/read_markdown.c \
	corpus/read_text.c \
	corpus/read_warc.c \
	corpus/reader.c corpus/reader.h \
	corpus/recall.c \
	corpus/recall_settle.c \
	corpus/reject.c corpus/reject.h \
	corpus/relation.c corpus/relation.h \
	corpus/relay.c corpus/relay.h \
	corpus/report.c corpus/report.h corpus/report_section.h \
	corpus/report_boilerplate.c \
	corpus/report_claims.c \
	corpus/report_common.c \
	corpus/report_copies.c \
	corpus/report_differ.c \
	corpus/report_groups.c \
	corpus/report_html.c corpus/report_html.h \
	corpus/report_map.c \
	corpus/report_mark.c corpus/report_mark.h \
	corpus/report_pages.c \
	corpus/report_pair.c \
	corpus/report_prepare.c \
	corpus/report_query.c corpus/report_query.h \
	corpus/report_run.c \
	corpus/report_sentence.c \
	corpus/report_summary.c \
	corpus/report_text.c corpus/report_text.h \
	corpus/report_timeline.c \
	corpus/resume.c corpus/resume.h \
	corpus/row.c corpus/row.h \
	corpus/segment.c corpus/segment.h \
	corpus/segment_check.c \
	corpus/segment_write.c \
	corpus/shard.c corpus/shard.h \
	corpus/side.c corpus/side.h \
	corpus/site.h corpus/site_file.c corpus/site_learn.c \
	corpus/site_memory.c corpus/site_memory.h \
	corpus/source.c corpus/source.h \
	corpus/stamp.c corpus/stamp.h \
	corpus/stats.c corpus/stats.h \
	corpus/store.c corpus/store.h \
	corpus/stream.c corpus/stream.h \
	corpus/text_offsets.c corpus/text_offsets.h \
	corpus/unit.c corpus/unit.h \
	corpus/unpack.c corpus/unpack.h \
	corpus/verify.c \
	corpus/version.c \
	corpus/views.c corpus/views.h \
	corpus/walk.c corpus/walk.h \
	corpus/warc.c corpus/warc.h \
	corpus/work.c corpus/work.h \
	corpus/write.c corpus/write.h \
	corpus/write_csv.c corpus/write_csv.h \
	corpus/write_dot.c \
	corpus/write_jsonl.c \
	corpus/render.c corpus/render.h \
	corpus/write_html.c \
	corpus/write_markdown.c \
	corpus/write_sqlite.c corpus/write_sqlite.h \
	corpus/write_text.c
