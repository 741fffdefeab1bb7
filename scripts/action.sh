#!/usr/bin/env bash
# What action.yml runs; the inputs come as HEGAO_*. Nothing of them is ever evaluated.
set -uo pipefail
hegao=(node "${GITHUB_ACTION_PATH:-$(dirname "${BASH_SOURCE[0]}")/..}/dist/hegao.js" lint)
read -r -a files <<<"${HEGAO_FILES:-.}"
options=()
[ "${HEGAO_BASELINE:-false}" = true ] && options+=(--baseline)
[ -n "${HEGAO_CHANGED:-}" ] && options+=(--changed "$HEGAO_CHANGED")
if [ -n "${HEGAO_SARIF:-}" ]; then
  "${hegao[@]}" "${files[@]}" "${options[@]}" --format sarif --fail-on never >"$HEGAO_SARIF" || exit
fi
"${hegao[@]}" "${files[@]}" "${options[@]}" --format github --fail-on "${HEGAO_FAIL_ON:-error}"
