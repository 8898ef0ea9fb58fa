// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { describe, expect, it } from 'vitest'
import { open, type Heard, type Reply } from '@/test_mount'

const person = { id: 'a', name: '单立', version: 1, can_edit: false, has_namesake: false }
const refused = {
  status: 403,
  body: { status: 403, code: 'request.forbidden', title: '您没有这项权限' },
}

const server =
  (choices: Reply) =>
  ({ path }: Heard): Reply => {
    if (path === '/api/people/a') return { body: { ...person, invented: false } }
    if (path === '/api/terms' || path === '/api/organisations') return choices
    return { status: 404 }
  }

describe('a form about a person', () => {
  for (const path of ['memberships/of-another/move', 'tenures/of-another/end'])
    it(`says that the person has no such entry: ${path}`, async () => {
      const { screen } = await open(`/people/a/${path}`, server({ body: { items: [] } }))
      expect(screen.find('.loading-block').exists()).toBe(false)
      expect(screen.text()).toContain('此人名下没有这一项')
      expect(screen.find('form').exists()).toBe(false)
    })

  for (const path of ['invite', 'appoint', 'memberships/m/move'])
    it(`says why there is nothing to choose from: ${path}`, async () => {
      const { screen } = await open(`/people/a/${path}`, server(refused))
      expect(screen.find('.loading-block').exists()).toBe(false)
      expect(screen.text()).toContain('您没有这项权限')
    })
})
