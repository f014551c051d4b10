corpus_sources = \
	corpus/api.c \
	corpus/catalog.c \
	corpus/version.c \
	corpus/core/offsets.c corpus/core/offsets.h \
	corpus/core/options.c \
	corpus/core/outfile.c corpus/core/outfile.h \
	corpus/core/packing.c corpus/core/packing.h \
	corpus/core/pipeline.c corpus/core/pipeline.h \
	corpus/core/settings.h \
	corpus/core/store.c corpus/core/store.h \
	corpus/core/ring.c corpus/core/ring.h \
	corpus/core/tasks.c \
	corpus/database/claim_edges.c corpus/database/claim_edges.h \
	corpus/database/claim_groups.c corpus/database/claim_groups.h \
	corpus/database/claim_row.c corpus/database/claim_row.h \
	corpus/database/claim_scenes.c corpus/database/claim_scenes.h \
	corpus/database/contradictions.c corpus/database/contradictions.h \
	corpus/database/claim_stories.c corpus/database/claim_stories.h \
	corpus/database/query.c corpus/database/query.h \
	corpus/database/relation.c corpus/database/relation.h \
	corpus/database/views.c corpus/database/views.h \
	corpus/database/write_sqlite.c corpus/database/write_sqlite.h \
	corpus/export/export.c corpus/export/export.h \
	corpus/export/export_articles.c corpus/export/export_articles.h \
	corpus/export/export_jsonld.c corpus/export/export_jsonld.h \
	corpus/index/index.c corpus/index/index.h \
	corpus/index/index_merge.c \
	corpus/index/index_read.c \
	corpus/index/index_record.c corpus/index/index_record.h \
	corpus/index/manifest.c corpus/index/manifest.h \
	corpus/index/segment.c corpus/index/segment.h \
	corpus/index/segment_check.c \
	corpus/index/segment_write.c \
	corpus/input/codec.c corpus/input/codec.h \
	corpus/input/codec_brotli.c \
	corpus/input/codec_bzip2.c \
	corpus/input/codec_gzip.c \
	corpus/input/codec_xz.c \
	corpus/input/codec_zstd.c \
	corpus/input/http.c corpus/input/http.h \
	corpus/input/json_scan.c corpus/input/json_scan.h \
	corpus/input/magic.c corpus/input/magic.h \
	corpus/input/read_archive.c \
	corpus/input/read_html.c \
	corpus/input/read_jsonl.c \
	corpus/input/read_markdown.c \
	corpus/input/read_text.c \
	corpus/input/read_warc.c \
	corpus/input/reader.c corpus/input/reader.h \
	corpus/input/source.c corpus/input/source.h \
	corpus/input/members.c corpus/input/members.h \
	corpus/input/stream.c corpus/input/stream.h \
	corpus/input/unpack.c corpus/input/unpack.h \
	corpus/input/walk.c corpus/input/walk.h \
	corpus/input/warc.c corpus/input/warc.h \
	corpus/output/article.c corpus/output/article.h \
	corpus/output/comparison.c corpus/output/comparison.h \
	corpus/output/explain.c corpus/output/explain.h \
	corpus/output/files.c corpus/output/files.h \
	corpus/output/html.c corpus/output/html.h \
	corpus/output/reject.c corpus/output/reject.h \
	corpus/output/render.c corpus/output/render.h \
	corpus/output/row.c corpus/output/row.h \
	corpus/output/text_offsets.c corpus/output/text_offsets.h \
	corpus/output/write.c corpus/output/write.h \
	corpus/output/write_csv.c corpus/output/write_csv.h \
	corpus/output/write_dot.c \
	corpus/output/write_html.c \
	corpus/output/write_jsonl.c \
	corpus/output/write_markdown.c \
	corpus/output/write_text.c \
	corpus/report/report.c corpus/report/report.h \
	corpus/report/report_boilerplate.c \
	corpus/report/report_claims.c \
	corpus/report/report_common.c \
	corpus/report/report_chain.c \
	corpus/report/report_copies.c \
	corpus/report/report_differ.c \
	corpus/report/report_groups.c \
	corpus/report/report_map.c \
	corpus/report/report_mark.c corpus/report/report_mark.h \
	corpus/report/report_pages.c \
	corpus/report/report_pair.c \
	corpus/report/report_prepare.c \
	corpus/report/report_run.c \
	corpus/report/report_section.h \
	corpus/report/report_sentence.c \
	corpus/report/report_summary.c \
	corpus/report/report_text.c corpus/report/report_text.h \
	corpus/report/report_timeline.c \
	corpus/run/copying.c corpus/run/copying.h \
	corpus/run/dedup.c corpus/run/dedup.h \
	corpus/run/feed.c corpus/run/feed.h \
	corpus/run/ids.c corpus/run/ids.h \
	corpus/run/isolate.c corpus/run/isolate.h \
	corpus/run/job.c corpus/run/job.h \
	corpus/run/job_claims.c \
	corpus/run/job_clean.c \
	corpus/run/job_compare.c \
	corpus/run/job_copies.c \
	corpus/run/job_dry_run.c \
	corpus/run/job_explain.c \
	corpus/run/job_export.c \
	corpus/run/job_index.c \
	corpus/run/job_report.c \
	corpus/run/job_run.c \
	corpus/run/job_stage.c \
	corpus/run/pack.c corpus/run/pack.h \
	corpus/run/plan.c corpus/run/plan.h \
	corpus/run/provenance.c corpus/run/provenance.h \
	corpus/run/relay.c corpus/run/relay.h \
	corpus/run/resume.c corpus/run/resume.h \
	corpus/run/shard.c corpus/run/shard.h \
	corpus/run/stamp.c corpus/run/stamp.h \
	corpus/run/stats.c corpus/run/stats.h \
	corpus/run/work.c corpus/run/work.h \
	corpus/search/bins.c corpus/search/bins.h \
	corpus/search/candidate.c \
	corpus/search/cluster.c corpus/search/cluster.h \
	corpus/search/covered.c corpus/search/covered.h \
	corpus/search/copies.c corpus/search/copies.h \
	corpus/search/copies_choose.c corpus/search/copies_choose.h \
	corpus/search/copies_send.c corpus/search/copies_send.h \
	corpus/search/copies_write.c corpus/search/copies_write.h \
	corpus/search/copy.c corpus/search/copy.h \
	corpus/search/index_add.c \
	corpus/search/judged.c corpus/search/judged.h \
	corpus/search/posting.c \
	corpus/search/recall.c \
	corpus/search/recall_settle.c \
	corpus/search/result.c corpus/search/result.h \
	corpus/search/search.h \
	corpus/search/side.c corpus/search/side.h \
	corpus/search/unit.c corpus/search/unit.h \
	corpus/search/verify.c \
	corpus/sites/site.h \
	corpus/sites/site_file.c \
	corpus/sites/site_learn.c \
	corpus/sites/site_memory.c corpus/sites/site_memory.h
