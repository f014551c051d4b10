#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# export --to=text, md and html give what clean wrote, from the database alone,
# in one piece and with --files.
. "${srcdir:-.}/tests/lib.sh"
cd "$work" || exit 99

cp -R "$top/demo/pages" in
for unit in byte codepoint; do
    copydesk run -q --offsets=$unit in -o out-$unit 2>/dev/null
    for form in text md html; do
        copydesk clean --format=$form in >want 2>/dev/null
        copydesk export --to=$form out-$unit >got
        check "$form, $unit: other bytes" cmp want got
    done
done
mv in away
for form in text md html; do
    copydesk export --to=$form --files out-byte -o $form-export
    check "$form: exit code $?" test $? -eq 0
done
mv away in
for form in text md html; do
    copydesk clean --files --format=$form in -o $form-clean 2>/dev/null
    # the database has every id as text
    sed -i 's/"id":\([0-9]*\),/"id":"\1",/' $form-clean/files.jsonl
    check "$form: other files" diff -rq $form-clean $form-export
done
copydesk export --to=md --files out-byte -o md-export 2>err
check "a folder with files: not exit code 2: $(cat err)" test $? -eq 2
copydesk export --to=md --files out-byte 2>err
check "no folder: not exit code 2: $(cat err)" test $? -eq 2
copydesk export --to=csv --files out-byte -o csv 2>err
check "csv with --files: not exit code 2: $(cat err)" test $? -eq 2
copydesk export --to=md in 2>err
check "no run: not exit code 4 but $?" test $? -eq 4
check "no message that helps: $(cat err)" grep -q 'in/copydesk.sqlite' err
finish
