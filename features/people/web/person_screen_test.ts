// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { describe, expect, it, vi } from 'vitest'
import { open, type Heard, type Reply } from '@/test_mount'
import type { PersonView } from './people_api'
import { person } from './person_fixture'

const term = {
  id: 't2',
  number: 2,
  period: { from: '2022-01-05', until: null as string | null },
  runs: true,
  closed: false,
  version: 1,
  members: 3,
}

const server =
  (view: PersonView, act?: (heard: Heard) => Reply) =>
  (heard: Heard): Reply => {
    if (heard.method !== 'GET' && act) return act(heard)
    return { body: heard.path === `/api/people/${view.id}` ? view : { items: [] } }
  }

describe('the page of a person', () => {
  it('shows the steps that may be taken, and why the others may not', async () => {
    const { screen } = await open('/people/a', server(person()))
    const membership = screen.find('.membership')
    expect(membership.text()).toContain('经济界 · 城关街道')
    expect(membership.findAll('.membership-actions button').map((one) => one.text())).toEqual([
      '确认为委员',
      '调整界别或小组',
    ])
    expect(membership.text()).toContain('拟任')
    expect(membership.text()).toContain('2022-01-04 邀请')
    expect(membership.find('.membership-closed').text()).toBe('不能离任：只有办公室可以')
  })

  it('says in the history from which sector and group a member went, and to which', async () => {
    const body = (name: string) => ({ id: name, name, short_name: name })
    const told = {
      at: 1_647_216_000_000,
      by_name: '张办',
      reason: '',
      fields: [],
      for_name: null,
      day: '2022-03-14',
    }
    const items = [
      {
        ...told,
        action: 'membership.move',
        former_place: { sector: body('经济界'), group: body('东街') },
        place: { sector: body('文艺界'), group: null },
      },
      { ...told, action: 'membership.move', former_place: null, place: null },
      {
        ...told,
        action: 'membership.invite',
        former_place: null,
        place: { sector: body('经济界'), group: null },
      },
    ]
    const view = { ...person(), can_see_history: true }
    const { screen } = await open('/people/a', ({ path }) =>
      path.endsWith('/history')
        ? { body: { items } }
        : { body: path === '/api/people/a' ? view : { items: [] } },
    )
    const lines = screen.findAll('[aria-labelledby=person-history] .place-change')
    expect(lines.map((line) => line.text())).toEqual([
      '界别 经济界 → 文艺界',
      '街道小组 东街 → （无）',
      '界别 当时界别未记录 → 当时界别未记录',
      '界别 经济界',
    ])
  })

  it('says until when a membership was, and offers nothing where nothing can be done', async () => {
    const view = person()
    const kept = view.memberships![0]!
    const closed = { term_id: 't1', term_number: 1, actions: [] }
    view.memberships = [
      { ...kept, id: 'm3', state: 'former', from: '2022-01-05', since: '2024-03-15', actions: [] },
      { ...kept, ...closed, id: 'm2', state: 'served', from: '2016-12-28', since: '2016-12-28' },
    ]
    const terms = [
      { ...term, id: 't2', number: 2, closed: false },
      {
        ...term,
        id: 't1',
        number: 1,
        closed: true,
        period: { from: '2016-12-28', until: '2022-01-04' },
      },
    ]
    const { screen } = await open('/people/a', (heard) =>
      heard.path === '/api/terms'
        ? { body: { can_edit: true, items: terms } }
        : server(view)(heard),
    )
    const rows = screen.findAll('.membership').map((one) => one.text())
    expect(rows[0]).toMatch(/第二届\s*离任\s*2022-01-05 起，2024-03-15 起离任/)
    expect(rows[1]).toMatch(/第一届\s*任满\s*2016-12-28 至 2022-01-04/)
    expect(screen.findAll('.membership-actions')).toHaveLength(0)
    expect(screen.find('[aria-labelledby=person-memberships] .card-head button').exists()).toBe(
      false,
    )
  })

  it('puts the posts held now before those of the past', async () => {
    const { screen } = await open('/people/a', server(person()))
    const rows = screen.findAll('[aria-labelledby=person-posts] tbody tr').map((row) => row.text())
    expect(rows[0]).toMatch(/副主席.*区政协.*2022-01-05 起.*结束任职/s)
    expect(rows[1]).toMatch(/主任.*经济委.*2018-01-01 至 2020-12-31/s)
    expect(rows[1]).not.toContain('结束任职')
  })

  it('draws nothing of what the answer leaves out', async () => {
    const { id, name, version, invented, has_namesake } = person()
    const can_see_history = false
    const view = { id, name, version, invented, has_namesake, can_see_history, can_edit: false }
    const { screen } = await open('/people/a', server(view), 'reader')
    expect(screen.find('h1').text()).toBe('单立')
    expect(screen.findAll('main .card')).toHaveLength(0)
    expect(screen.findAll('.page-actions button')).toHaveLength(0)
  })

  it('asks why before it shows a contact of somebody else', async () => {
    const { screen, heard, settled } = await open(
      '/people/a',
      server(person(), () => ({ body: { contact: 'telephone', value: '19900001234' } })),
    )
    const contacts = screen.find('[aria-labelledby=person-contacts]')
    expect(contacts.text()).toMatch(/电话\s*查看.*电子邮箱\s*未登记/s)
    await contacts.find('.contact .link-button').trigger('click')
    await contacts.find('form').trigger('submit')
    await settled()
    expect(contacts.find('.field-error').text()).toBe('请说明为什么查看。')
    expect(heard.filter(({ method }) => method === 'POST')).toHaveLength(0)
    await contacts.find('form input').setValue('通知开会')
    await contacts.find('form').trigger('submit')
    await settled()
    expect(contacts.text()).toContain('19900001234')
    const [look] = heard.filter(({ method }) => method === 'POST')
    expect([look!.path, look!.body]).toEqual([
      '/api/people/a/contacts/telephone/looks',
      '{"reason":"通知开会"}',
    ])
  })

  it('shows a contact of one’s own at once', async () => {
    const { screen, heard, settled } = await open(
      '/people/p1',
      server(person({ id: 'p1', can_edit: false }), () => ({
        body: { contact: 'telephone', value: '19900001234' },
      })),
      'reader',
    )
    await screen.find('.contact .link-button').trigger('click')
    await settled()
    expect(screen.find('.contact').text()).toContain('19900001234')
    expect(heard.filter(({ method }) => method === 'POST')).toHaveLength(1)
  })
})

describe('erasing a contact', () => {
  const other = {
    contact: 'identity_number',
    kept: true,
    version: 1,
    can_look: true,
    can_change: false,
  } as const

  it('asks once more, and takes the value off the screen', async () => {
    let kept = true
    const view = () =>
      person({
        contacts: [
          { contact: 'telephone', kept, version: 1, can_look: true, can_change: true },
          other,
        ],
      })
    const { screen, heard, settled } = await open('/people/a', (one) => {
      if (one.method === 'POST') return { body: { contact: 'telephone', value: '15400000001' } }
      if (one.method === 'DELETE') {
        kept = false
        const file = { roster_import_id: 'r1', file_name: '名册.csv', uploaded_at: 0 }
        return { body: { file_count: 1, files: [file] } }
      }
      return { body: one.path === '/api/people/a' ? view() : { items: [] } }
    })
    const telephone = () => screen.findAll('.contact')[0]!
    expect(screen.findAll('.contact')[1]!.find('.contact-erase').exists()).toBe(false)
    await telephone().find('.contact-value .link-button').trigger('click')
    await telephone().find('form input').setValue('核对')
    await telephone().find('form').trigger('submit')
    await settled()
    expect(telephone().text()).toContain('15400000001')
    await telephone().find('.contact-erase').trigger('click')
    expect(telephone().find('[role=alert]').text()).toContain('不能恢复')
    expect(heard.some(({ method }) => method === 'DELETE')).toBe(false)
    await telephone().find('.contact-sure .el-button--danger').trigger('click')
    await settled()
    expect(heard.find(({ method }) => method === 'DELETE')!.path).toBe(
      '/api/people/a/contacts/telephone',
    )
    expect(telephone().text()).not.toContain('15400000001')
    expect(telephone().text()).toContain('未登记')
    expect(telephone().find('.contact-erase').exists()).toBe(false)
    expect(telephone().text()).toContain('仍在 1 份名册的原件中')
    expect(telephone().find('a').attributes('href')).toBe('/people/import/r1')
  })

  it('is as well done when somebody else was faster, and otherwise says why it was not', async () => {
    const refused = { status: 403, body: { code: 'request.forbidden', detail: '不可以。' } }
    const gone = { status: 404, body: { code: 'contact.none', detail: '没有登记。' } }
    for (const reply of [refused, gone]) {
      const { screen, settled } = await open(
        '/people/a',
        server(person(), () => reply),
      )
      await screen.find('.contact-erase').trigger('click')
      await screen.find('.contact-sure .el-button--danger').trigger('click')
      await settled()
      expect(screen.find('.contact-sure').exists()).toBe(reply === refused)
      if (reply === refused) expect(screen.find('.contact-sure').text()).toContain('不可以。')
      screen.unmount()
    }
  })
})

describe('a step of a membership', () => {
  it('that needs a reason is not sent without one', async () => {
    const view = person()
    view.memberships![0]!.actions = [{ action: 'leave', refusal: null }]
    const { screen, heard, settled, router } = await open(
      '/people/a/memberships/m1/leave',
      server(view, () => ({ status: 201, body: view.memberships![0] })),
    )
    await screen.find('form').trigger('submit')
    expect(screen.find('.field-error').text()).toBe('请说明理由。')
    await screen.find('input[type=date]').setValue('2024-03-15')
    await screen.find('textarea').setValue('本人辞去')
    await screen.find('form').trigger('submit')
    await settled()
    const [sent] = heard.filter(({ method }) => method === 'POST')
    expect(sent!.headers.get('If-Match')).toBe('"v3"')
    expect(JSON.parse(sent!.body)).toEqual({
      action: 'leave',
      reason: '本人辞去',
      day: '2024-03-15',
    })
    await vi.waitFor(() => expect(router.currentRoute.value.path).toBe('/people/a'), 4000)
  })

  it('that is not open says so and offers no form', async () => {
    const { screen } = await open('/people/a/memberships/m1/leave', server(person()))
    expect(screen.find('form.form-page').exists()).toBe(false)
    expect(screen.find('.note-amber').text()).toBe('只有办公室可以')
  })

  it('asks who one is before it shows an identity number, and keeps the reason meanwhile', async () => {
    const contacts = [
      {
        contact: 'identity_number' as const,
        kept: true,
        version: 1,
        can_look: true,
        can_change: true,
      },
    ]
    let proved = false
    const { screen, heard, settled } = await open('/people/a', (asked) => {
      if (asked.path === '/api/account/proof') proved = true
      if (!asked.path.endsWith('/looks')) return server(person({ contacts }))(asked)
      return proved
        ? { body: { contact: 'identity_number', value: '11010519491231002X' } }
        : { status: 403, body: { status: 403, code: 'members.prove_again' } }
    })
    const card = screen.find('[aria-labelledby=person-contacts]')
    await card.find('.contact .link-button').trigger('click')
    await card.find('form input').setValue('核对')
    await card.find('form').trigger('submit')
    await settled()
    expect(card.text()).not.toContain('11010519491231002X')
    await card.find('form.proof input').setValue('my password')
    await card.find('form.proof').trigger('submit')
    await settled()
    expect(card.text()).toContain('11010519491231002X')
    const looks = heard.filter(({ path }) => path.endsWith('/looks'))
    expect(looks.map(({ body }) => body)).toEqual(['{"reason":"核对"}', '{"reason":"核对"}'])
    screen.unmount()
  })
})
