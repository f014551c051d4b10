check_sources = \
	tests/check_base.c \
	tests/check_date.c \
	tests/check_jsonld.c \
	tests/check_meta.c \
	tests/check_phrase.c \
	tests/check_plain.c

script_tests = \
	tests/layering.sh \
	tests/options.sh
