// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { describe, expect, it } from 'vitest'
import { open, type Heard } from '@/test_mount'

const sector = {
  id: 'o1',
  kind: 'sector',
  name: '工会',
  short_name: '工会',
  code: 'gh',
  parent_id: null,
  valid: { from: '2016-12-28', until: null },
  stands: true,
  invented: false,
  posts: 0,
  version: 1,
}
const asked = (heard: Heard[]) =>
  heard.filter(({ path }) => path === '/api/organisations').map(({ query }) => String(query))

describe('the list of organisations', () => {
  it('is narrowed and sorted by the server, and exported as it is seen', async () => {
    const path = '/organisations?kind=sector&sort=name&q=gh'
    const { screen, heard } = await open(path, () => ({ body: { items: [sector] } }))
    expect(asked(heard)).toContain('q=gh&kind=sector&standing=true&sort=name')
    const link = screen.find('.page-head a[download]').attributes('href')
    expect(link).toBe('/api/organisations/export?q=gh&kind=sector&standing=true&sort=name')
    screen.unmount()
  })

  it('says that it was not read, and nothing of words that nobody wrote', async () => {
    const { screen } = await open('/organisations', ({ path }) =>
      path === '/api/organisations' ? 'no answer' : { body: { items: [] } },
    )
    expect(screen.find('.note-red').text()).toContain('没有读到')
    expect(screen.find('.note-red').text()).not.toContain('填写的内容')
    screen.unmount()
  })
})
