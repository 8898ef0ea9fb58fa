// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import vue from 'eslint-plugin-vue'
import typescript from 'typescript-eslint'

// What Chromium 87 has not, the oldest browser that vite.config.ts builds for: the build turns new
// syntax into old, not new functions. Problem.at takes a pointer, a string.
const newer = [
  {
    selector: `CallExpression[callee.property.name='at']:not([arguments.0.raw=/^'/], [arguments.0.type='TemplateLiteral'])`,
    message: 'Chromium 87 has no at(): use rows[rows.length - 1].',
  },
  {
    selector: `CallExpression[callee.property.name=/^(findLast|findLastIndex|hasOwn|toSorted|toReversed|toSpliced|groupBy)$/]`,
    message: 'Chromium 87 has not this function.',
  },
  {
    selector: `CallExpression[callee.name='structuredClone']`,
    message: 'Chromium 87 has no structuredClone().',
  },
]

export default typescript.config(
  { ignores: ['build/', 'node_modules/', 'web/api/schema.d.ts', 'web/public/', 'data/'] },
  ...typescript.configs.recommended,
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: typescript.parser } },
  },
  {
    rules: {
      'vue/multi-word-component-names': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/html-indent': 'off',
      'vue/attributes-order': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/no-static-inline-styles': 'error',
      'vue/no-v-html': 'error',
      'max-lines': ['error', 300],
      eqeqeq: 'error',
    },
  },
  {
    files: ['web/**/*.ts', 'web/**/*.vue', 'features/**/*.ts', 'features/**/*.vue'],
    rules: {
      'no-restricted-syntax': ['error', ...newer],
      'vue/no-restricted-syntax': ['error', ...newer],
    },
  },
)
