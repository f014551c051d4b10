check_sources = \
	tests/check_base.c

script_tests = \
	tests/layering.sh
