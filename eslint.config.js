import js from '@eslint/js'
import svelte from 'eslint-plugin-svelte'
import vue from 'eslint-plugin-vue'
import { defineConfig } from 'eslint/config'
import globals from 'globals'
import typescript from 'typescript-eslint'

// What has a template. All else is oxlint's, with the same rules in a tenth of the time: .oxlintrc.json.
const source = ['**/*.{vue,svelte}']

export default defineConfig(
  { ignores: ['**/dist/', '**/reports/', '**/.svelte-kit/', '**/.turbo/', '**/*.{js,cjs,mjs,ts,mts,tsx}'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: source,
    extends: [typescript.configs.strictTypeChecked],
    languageOptions: {
      globals: { ...globals.browser },
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname, extraFileExtensions: ['.vue', '.svelte'] },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true, ignoreVoidOperator: true },
      ],
      // A bare read of a tracked value is written `void value`.
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  {
    files: ['**/*.vue'],
    extends: [vue.configs['flat/recommended']],
    languageOptions: { parserOptions: { parser: typescript.parser } },
    rules: Object.fromEntries(
      // Formatting is Biome's, and what is optional the types say.
      [
        'require-default-prop',
        'html-indent',
        'max-attributes-per-line',
        'singleline-html-element-content-newline',
        'html-self-closing',
        'html-closing-bracket-newline',
        'multiline-html-element-content-newline',
        'first-attribute-linebreak',
      ].map(name => [`vue/${name}`, 'off']),
    ),
  },
  {
    extends: [svelte.configs.recommended],
    files: ['**/*.svelte'],
    languageOptions: { parserOptions: { parser: typescript.parser } },
  },
  {
    files: ['**/test/**', 'packages/conformance/**'],
    rules: {
      // A test may say what it knows of its own fixtures, and may pass what the types forbid to see it refused.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'vue/one-component-per-file': 'off',
      'vue/multi-word-component-names': 'off',
    },
  },
  {
    // Components of an application stand beside no strangers' elements, and carry the names of their React and Svelte twins.
    files: ['apps/**/*.vue'],
    rules: { 'vue/multi-word-component-names': 'off' },
  },
)
