check_sources = \
	tests/check_base.c \
	tests/check_date.c

script_tests = \
	tests/layering.sh
