/** Run on purpose by scripts/editor.mjs to see that a dying extension host is never taken for a success. */
describe("扩展宿主意外终止", () => {
  it("启动器须报失败", () => {
    process.kill(process.pid, "SIGKILL");
  });
});
