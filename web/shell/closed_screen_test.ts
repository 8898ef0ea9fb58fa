// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { describe, expect, it } from 'vitest'
import { useSession } from '../../features/members/web/session'
import { open, settled, type Heard, type Reply } from '../test_mount'

async function as(role: string, path: string, reply?: (heard: Heard) => Reply) {
  const refused: Reply = { status: 403, body: { code: 'members.forbidden', detail: '没有权限' } }
  const opened = await open('/sign-in', reply ?? (() => refused))
  const who = { id: 'p1', name: '李小商', login: 'li', roles: [role], attention: null }
  useSession().begin(who)
  await opened.router.push(path)
  await settled()
  return opened
}
const main = ({ screen }: Awaited<ReturnType<typeof as>>) => screen.find('main')

describe('a screen that is not for whoever looks', () => {
  const forms = ['/people/new', '/organisations/new', '/terms/new', '/terms/re-election']
  const of_reader = ['/plans/p/edit', '/people/a/edit', '/people/a/appoint', '/people/import']
  const closed = [
    ...['member', 'party_committee_office', 'secretary_general', 'system_administrator'].flatMap(
      (role) => forms.map((path) => [role, path]),
    ),
    ...of_reader.map((path) => ['reader', path]),
    ['office', '/accounts/new'],
    ['security_administrator', '/accounts/new'],
    ['office', '/audit'],
    ['reader', '/policies'],
    ['reader', '/behalf'],
    ['reader', '/accounts'],
    ['reader', '/roles'],
    ['auditor', '/people'],
    ['system_administrator', '/organisations'],
    ['system_administrator', '/terms'],
  ]
  for (const [role, path] of closed)
    it(`says so at once, and offers nothing: ${role} at ${path}`, async () => {
      const opened = await as(role!, path!)
      expect(main(opened).find('.note-amber').text()).not.toMatch(/^web\./)
      expect(main(opened).findAll('form, input, select, .note-red, a')).toHaveLength(0)
      expect(
        main(opened)
          .findAll('button')
          .map((one) => one.text()),
      ).toEqual(['回到首页'])
      opened.screen.unmount()
    })

  it('tells a reader of whose contacts he has nothing to say', async () => {
    const person = { id: 'a', name: '诸葛新', can_edit: false, version: 1, contacts: [] }
    const opened = await as('reader', '/people/a/contacts', () => ({ body: person }))
    expect(main(opened).text()).toContain('只有本人和政协办公室可以登记')
    expect(main(opened).text()).not.toContain('李小商')
    expect(main(opened).find('form').exists()).toBe(false)
  })

  it('leaves to who may list the people no ways that are closed', async () => {
    const opened = await as('system_administrator', '/people', () => ({
      body: { items: [], next: null, total: 0 },
    }))
    expect(main(opened).find('.register-tabs').exists()).toBe(false)
    expect(main(opened).find('.filter-bar').exists()).toBe(true)
  })

  it('is no such page where a step has no such name', async () => {
    for (const path of ['/plans/p/steps/nonsense', '/people/a/memberships/m/nonsense']) {
      const opened = await as('office', path)
      expect(main(opened).find('h1').text()).toBe('没有这个页面')
      opened.screen.unmount()
    }
  })
})
