import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["dist/**", "out/**", "node_modules/**", "examples/**", ".vscode-test/**"] },
  ...tseslint.configs.strict,
  {
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "max-params": ["error", 4],
      "no-irregular-whitespace": "off",
      "no-control-regex": "off",
      "no-misleading-character-class": "off",
    },
  },
  { linterOptions: { reportUnusedDisableDirectives: "error", noInlineConfig: true } },
);
