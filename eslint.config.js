import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import svelte from 'eslint-plugin-svelte'
import vue from 'eslint-plugin-vue'
import { defineConfig } from 'eslint/config'
import globals from 'globals'
import typescript from 'typescript-eslint'

const source = ['**/*.{ts,tsx,mts,vue,svelte}']
const tests = ['**/*.test.{ts,tsx}', '**/*.test-d.ts', '**/*.bench.ts', '**/test/**', 'packages/conformance/**']

export default defineConfig(
  { ignores: ['**/dist/', '**/reports/', '**/.svelte-kit/', '**/.turbo/', 'packages/*/api/'] },
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
      // For users' module augmentation.
      '@typescript-eslint/no-empty-object-type': ['error', { allowWithName: '^Register$' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'no-restricted-syntax': ['error', { selector: 'ExportAllDeclaration', message: 'Name what you export, one by one.' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  { files: ['packages/react/**/*.{ts,tsx}', 'apps/**/*.tsx'], extends: [reactHooks.configs.flat['recommended-latest']] },
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
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: typescript.parser } },
  },
  {
    files: ['packages/core/src/**/*.ts'],
    ignores: ['packages/core/src/flow/**', 'packages/core/src/testing/**', ...tests],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { paths: [{ name: 'rxjs', allowImportNames: ['Observable', 'Subject', 'Subscription'], message: 'Operators belong to flow/.' }] },
      ],
    },
  },
  {
    files: tests,
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
  {
    files: ['scripts/**', 'packages/*/bench/**', '*.{ts,js,cjs}', '.*.{js,cjs}', 'packages/*/*.ts', 'apps/*/*.ts'],
    languageOptions: { globals: { ...globals.node } },
    rules: { 'no-console': 'off' },
  },
)
