;;; eglot.el --- 打开示例，等到诊断，一行一条印出  -*- lexical-binding: t; -*-
;; emacs --batch -l 本文件。Emacs 29 起自带 eglot；更早的由发行版或 ELPA 安装。
(package-initialize)
(require 'eglot)
(set-language-environment "UTF-8")
(define-derived-mode policy-plan-mode text-mode "规划文稿")
(add-to-list 'auto-mode-alist '("\\.plan\\'" . policy-plan-mode))
(add-to-list 'eglot-server-programs
             `(policy-plan-mode . (,(getenv "HEGAO_NODE") ,(getenv "HEGAO") "lsp" "--stdio")))
(setq eglot-sync-connect 20)
(find-file (getenv "HEGAO_DRAFT"))
(eglot-ensure)
;; --batch 没有空闲的时候，eglot-ensure 等的就是它，故直接连。
(unless (eglot-current-server) (call-interactively #'eglot))
(flymake-mode 1)
(flymake-start)
(let ((end (+ (float-time) 20)))
  (while (and (null (flymake-diagnostics)) (< (float-time) end))
    (accept-process-output nil 0.1)))
(dolist (one (flymake-diagnostics))
  (princ (format "DIAGNOSTIC %d %s\n"
                 (line-number-at-pos (flymake-diagnostic-beg one))
                 (flymake-diagnostic-text one))))
(kill-emacs 0)
