// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { describe, expect, it } from 'vitest'
import { keepingPreferences } from './preferences'

describe('preferences', () => {
  it('outlast a sign-out that has the browser forget the rest', async () => {
    localStorage.setItem('xieshang.size', 'large')
    localStorage.setItem('draft', 'words')
    await keepingPreferences(async () => localStorage.clear())
    expect(localStorage.getItem('xieshang.size')).toBe('large')
    expect(localStorage.getItem('xieshang.theme')).toBeNull()
    expect(localStorage.getItem('draft')).toBeNull()
  })
})
