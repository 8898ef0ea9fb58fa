// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { describe, expect, it } from 'vitest'
import { open, type Heard, type Reply } from '@/test_mount'
import type { OrganisationView, PostView } from './register_api'

const body = { id: 'o1', name: '区政协', short_name: '政协' }
const holder = (tenure_id: string, name: string, from: string, until: string | null) => ({
  tenure_id,
  person_id: name,
  name,
  from,
  until,
  version: 1,
})
const post = (changes: Partial<PostView> = {}): PostView => ({
  id: 'k1',
  organisation: body,
  title: '副主席',
  single_seat: true,
  term_bound: false,
  version: 3,
  can_edit: true,
  tenures: [
    holder('t1', '单立', '2018-01-01', '2020-12-31'),
    holder('t2', '王芳', '2022-01-05', null),
  ],
  ...changes,
})
const organisation: OrganisationView = {
  ...body,
  kind: 'sector',
  code: 'zx',
  parent: null,
  valid: { from: '2016-12-28', until: null },
  stands: true,
  invented: false,
  version: 1,
  can_edit: true,
  below: [],
  posts: [{ ...post(), holders: [holder('t2', '王芳', '2022-01-05', null)] }],
}
const server =
  (act: (heard: Heard) => Reply = () => ({ body: post() })) =>
  (heard: Heard): Reply => {
    if (heard.method !== 'GET') return act(heard)
    if (heard.path === '/api/posts/k1') return { body: post() }
    return { body: heard.path === '/api/organisations/o1' ? organisation : { items: [] } }
  }

describe('editing a post', () => {
  it('is reached from its organisation, by the office alone', async () => {
    for (const [can_edit, links] of [
      [true, ['/posts/k1/edit']],
      [false, []],
    ] as const) {
      const seen = { ...organisation, can_edit }
      const { screen } = await open('/organisations/o1', ({ path }) => ({
        body: path === '/api/organisations/o1' ? seen : { items: [] },
      }))
      const found = screen.findAll('.posts-table .cell-do a').map((one) => one.attributes('href'))
      expect(found).toEqual(links)
      screen.unmount()
    }
  })

  it('sends only what was changed, and goes back', async () => {
    const { screen, heard, router, settled } = await open('/posts/k1/edit', server())
    const [title] = screen.findAll('form input')
    expect((title!.element as HTMLInputElement).value).toBe('副主席')
    const [single_seat, term_bound] = screen.findAll('form input[type=checkbox]')
    expect((single_seat!.element as HTMLInputElement).checked).toBe(true)
    await term_bound!.setValue(true)
    await screen.find('form').trigger('submit')
    await settled()
    const sent = heard.find(({ method }) => method === 'PATCH')!
    expect(JSON.parse(sent.body)).toEqual({ term_bound: true })
    expect(sent.headers.get('If-Match')).toBe('"v3"')
    expect(router.currentRoute.value.path).toBe('/organisations/o1')
    screen.unmount()
  })

  it('shows at the field what is refused, and takes no empty title', async () => {
    const refused = {
      status: 422,
      body: {
        code: 'people.invalid',
        errors: [{ pointer: '/title', code: 'people.text_length', detail: '太长。' }],
      },
    }
    const { screen, heard, settled } = await open(
      '/posts/k1/edit',
      server(() => refused),
    )
    const [title] = screen.findAll('form input')
    await title!.setValue(' ')
    await screen.find('form').trigger('submit')
    await settled()
    expect(screen.find('.field-error').text()).toBe('请填写职务名称。')
    expect(heard.some(({ method }) => method === 'PATCH')).toBe(false)
    await title!.setValue('主席')
    await screen.find('form').trigger('submit')
    await settled()
    expect(screen.find('.field-error').text()).toBe('太长。')
    screen.unmount()
  })

  it('lists who ever held it, and offers the end of what lasts', async () => {
    const { screen } = await open('/posts/k1/edit', server())
    const rows = screen.findAll('[aria-labelledby=post-tenures] tbody tr')
    expect(rows[0]!.text()).toMatch(/王芳.*2022-01-05 起/s)
    expect(rows[0]!.find('.cell-do a').attributes('href')).toBe('/people/王芳/tenures/t2/end')
    const ways = rows[1]!.findAll('.cell-do a').map((one) => one.attributes('href'))
    expect(ways).toEqual(['/posts/k1/tenures/t1/correct', '/posts/k1/tenures/t1/withdraw'])
    screen.unmount()
  })
})

describe('a tenure that was entered wrongly', () => {
  const withdrawn = {
    tenure_id: 't3',
    person_id: 'p9',
    name: '赵敏',
    from: '2021-01-01',
    until: null,
    at: 1_647_216_000_000,
    by_name: '张办',
    reason: '录错了人',
  }

  it('stays on the page of the post as taken back, by whom and why', async () => {
    const { screen } = await open('/posts/k1/edit', ({ path }) => ({
      body: path === '/api/posts/k1' ? post({ withdrawn: [withdrawn] }) : { items: [] },
    }))
    expect(screen.find('[aria-labelledby=post-tenures]').text()).not.toContain('赵敏')
    const text = screen.find('[aria-labelledby=post-withdrawn]').text()
    expect(text).toMatch(/已撤回.*赵敏.*2021-01-01 起.*录错了人.*张办 撤回/s)
    screen.unmount()
  })

  it('is taken back with a reason, with the version that was seen', async () => {
    const { screen, heard, router, settled } = await open('/posts/k1/tenures/t2/withdraw', server())
    await screen.find('form').trigger('submit')
    await settled()
    expect(screen.find('.field-error').text()).toBe('请说明理由。')
    await screen.find('textarea').setValue('录错了人')
    await screen.find('form').trigger('submit')
    await settled()
    const sent = heard.find(({ method }) => method === 'POST')!
    expect(sent.path).toBe('/api/tenures/t2/withdrawal')
    expect(JSON.parse(sent.body)).toEqual({ reason: '录错了人' })
    expect(sent.headers.get('If-Match')).toBe('"v1"')
    expect(router.currentRoute.value.path).toBe('/posts/k1/edit')
    screen.unmount()
  })

  it('takes other days with a reason, and shows at the field what is refused', async () => {
    const detail = '区政协自 2016-12-28 起才存续。'
    const refused = {
      status: 422,
      body: {
        code: 'tenure.organisation_closed',
        errors: [{ pointer: '/from', code: 'tenure.before_organisation', detail }],
      },
    }
    const { screen, heard, settled } = await open(
      '/posts/k1/tenures/t1/correct',
      server(() => refused),
    )
    const [from, until] = screen.findAll('form input[type=date]')
    expect((from!.element as HTMLInputElement).value).toBe('2018-01-01')
    expect((until!.element as HTMLInputElement).value).toBe('2020-12-31')
    await from!.setValue('2015-01-01')
    await until!.setValue('')
    await screen.find('textarea').setValue('录入有误')
    await screen.find('form').trigger('submit')
    await settled()
    const sent = heard.find(({ method }) => method === 'PATCH')!
    expect(JSON.parse(sent.body)).toEqual({ from: '2015-01-01', until: null, reason: '录入有误' })
    expect(screen.find('.field-error').text()).toBe(detail)
    screen.unmount()
  })
})

describe('the page of an organisation', () => {
  it('leads to its members and to who holds a post there', async () => {
    const { screen } = await open('/organisations/o1', server())
    const ways = screen.findAll('.organisation-way').map((one) => one.attributes('href'))
    expect(ways).toEqual(['/people?sector_id=o1', '/people?organisation_id=o1'])
    screen.unmount()
  })
})
