-- Neovim 0.7 以上：nvim --headless -u NONE -l/-S 本文件。打开示例，等到诊断，一行一条印出。
vim.filetype.add({ extension = { plan = "policy-plan" } })
local server = { vim.env.HEGAO_NODE, vim.env.HEGAO, "lsp", "--stdio" }
vim.api.nvim_create_autocmd("FileType", {
  pattern = "policy-plan",
  callback = function(event)
    local client = vim.lsp.start_client({ name = "hegao", cmd = server, root_dir = vim.fn.getcwd() })
    vim.lsp.buf_attach_client(event.buf, client)
  end,
})
vim.g.do_filetype_lua = 1
vim.cmd("filetype on")
vim.cmd("edit " .. vim.fn.fnameescape(vim.env.HEGAO_DRAFT))
local found = function()
  return #vim.diagnostic.get(0) > 0
end
vim.wait(20000, found, 50)
for _, one in ipairs(vim.diagnostic.get(0)) do
  io.stdout:write(string.format("DIAGNOSTIC %d %s\n", one.lnum + 1, one.code or one.user_data.lsp.code))
end
vim.cmd("qall!")
