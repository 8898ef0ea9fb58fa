// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { expect, it } from 'vitest'

const screens = import.meta.glob<string>(['../**/*.vue', '../../features/*/web/*.vue'], {
  eager: true,
  query: '?raw',
  import: 'default',
})

// The browser says in its own language what it misses, and only of one field.
it('no form is checked by the browser', () => {
  const checked = Object.entries(screens).flatMap(([path, words]) =>
    [...words.matchAll(/<form(?![\w-])[^>]*>/g)]
      .filter(([tag]) => !/\snovalidate\b/.test(tag))
      .map(([tag]) => `${path}: ${tag}`),
  )
  expect(Object.keys(screens).length).toBeGreaterThan(100)
  expect(checked).toEqual([])
})
