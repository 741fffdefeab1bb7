#!/usr/bin/env bash
# What action.yml runs; the inputs come as HEGAO_*. Nothing of them is ever evaluated.
set -uo pipefail
hegao=(node "${GITHUB_ACTION_PATH:-$(dirname "${BASH_SOURCE[0]}")/..}/dist/hegao.js" lint)
# One path a line where there is more than one line, so that a path may hold spaces; else they part the paths.
files=()
input="${HEGAO_FILES:-.}"
if [[ "$input" == *$'\n'* ]]; then
  while IFS= read -r line; do [ -n "$line" ] && files+=("$line"); done <<<"$input"
else
  read -r -a files <<<"$input"
fi
options=()
[ "${HEGAO_BASELINE:-false}" = true ] && options+=(--baseline)
[ -n "${HEGAO_CHANGED:-}" ] && options+=(--changed "$HEGAO_CHANGED")
if [ -n "${HEGAO_SARIF:-}" ]; then
  "${hegao[@]}" "${files[@]}" ${options[@]+"${options[@]}"} --format sarif --fail-on never -o "$HEGAO_SARIF" || exit
fi
"${hegao[@]}" "${files[@]}" ${options[@]+"${options[@]}"} --format github --fail-on "${HEGAO_FAIL_ON:-error}"
