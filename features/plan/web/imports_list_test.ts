// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { afterEach, describe, expect, it } from 'vitest'
import { speak } from '@/i18n'
import { open, settled } from '@/test_mount'

const one = (id: string) => ({
  id,
  file_name: `${id}.docx`,
  size: 1000,
  state: 'kept',
  uploaded_at: 0,
  uploaded_by_name: '张文',
  corrected_at: null,
  corrected_by_name: null,
  actions: [],
})
const foot = async (count: number) => {
  const items = Array.from({ length: count }, (_, at) => one(`f${at}`))
  const { screen } = await open('/import', () => ({ body: { items, next: null } }))
  await settled()
  return screen.find('.table-foot').text()
}

describe('the list of unfinished imports', () => {
  afterEach(() => speak('zh-CN'))

  it('counts imports, in both languages', async () => {
    expect(await foot(2)).toBe('共 2 份导入')
    await speak('en')
    expect(await foot(2)).toBe('2 imports')
    expect(await foot(1)).toBe('1 import')
  })
})
