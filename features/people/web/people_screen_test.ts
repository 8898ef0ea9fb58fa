// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { describe, expect, it, vi } from 'vitest'
import { open, type Heard, type Reply } from '@/test_mount'
import type { PersonLine } from './people_api'

const line = (id: string, name: string, rest: Partial<PersonLine> = {}): PersonLine => ({
  id,
  name,
  invented: false,
  has_namesake: false,
  ...rest,
})
const sector = { id: 's1', name: '经济界', short_name: '经济' }
const member = line('a', '单立', {
  state: 'active',
  sector,
  group: null,
  posts: [{ title: '主任', organisation: '经济委' }],
  has_namesake: true,
  apart: { birth_month: '1971-04', unit: '一中', job: null },
})

const server =
  (items: PersonLine[], next: string | null = null) =>
  ({ path }: Heard): Reply => {
    if (path === '/api/people') return { body: { items, next, total: 377 } }
    if (path === '/api/terms')
      return {
        body: {
          can_edit: true,
          items: [
            {
              id: 't2',
              number: 2,
              period: { from: '2022-01-05', until: null },
              runs: true,
              closed: false,
              version: 1,
              members: 1,
            },
          ],
        },
      }
    return { body: { items: [] } }
  }
const asked = (heard: Heard[]) =>
  heard.filter(({ path }) => path === '/api/people').map(({ query }) => query.toString())

describe('the list of people', () => {
  it('shows sector, posts and state, and tells namesakes', async () => {
    const { screen } = await open('/people', server([member], 'more'))
    const row = screen.find('tbody tr').text()
    expect(row).toMatch(/单立\s*有同名\s*1971-04 出生 · 一中 · 编号 A\s*经济界.*经济委 主任.*在任/s)
    expect(screen.find('.table-foot').text()).toContain('已显示 1 人，共 377 人')
  })

  it('asks the house by what stands in the address, and exports the same', async () => {
    const address = '/people?q=shanli&term_id=t2&state=active&sort=pinyin&organisation_id=o1'
    const { screen, heard } = await open(address, server([member]))
    expect(asked(heard)).toEqual([
      'q=shanli&term_id=t2&state=active&organisation_id=o1&sort=pinyin&size=50',
    ])
    expect(screen.find('.page-actions a').attributes('href')).toBe(
      '/api/people/export?q=shanli&term_id=t2&state=active&organisation_id=o1&sort=pinyin',
    )
    await screen.findAll('.filter-bar select')[0]!.setValue('')
    expect(screen.find('.filter-bar').text()).toContain('第二届 2022-01-05 起')
  })

  it('has no columns for what the reader does not see', async () => {
    const { screen } = await open('/people', server([line('a', '单立')]), 'reader')
    expect(screen.findAll('thead th').map((head) => head.text())).toEqual(['姓名'])
    expect(screen.find('.page-actions').text()).not.toContain('新增人员')
  })

  it('says what to do while nobody is registered, and when nobody fits', async () => {
    const empty = await open('/people', server([]))
    expect(empty.screen.find('.empty-state').text()).toContain('导入名册')
    empty.screen.unmount()
    const narrow = await open('/people?q=zz', server([]))
    await narrow.screen.find('.empty-state button').trigger('click')
    await narrow.settled()
    expect(narrow.router.currentRoute.value.query).toEqual({})
  })
})

describe('a new person', () => {
  it('of a name that is there already is asked about, and taken when sent again', async () => {
    let tries = 0
    const { screen, heard, router, settled } = await open('/people/new', (request) => {
      if (request.method !== 'POST') return server([])(request)
      tries += 1
      if (request.query.get('again') === 'true') return { status: 201, body: { id: 'n1' } }
      return {
        status: 409,
        body: { code: 'people.namesake', detail: '名册中已有李伟', about: '/people/a' },
      }
    })
    const name = screen.find('form input')
    await name.setValue('李伟')
    await screen.find('form').trigger('submit')
    await settled()
    expect(screen.find('.note-amber').text()).toContain('名册中已有李伟')
    expect(screen.find('.note-amber a').attributes('href')).toBe('/people/a')
    await name.setValue('李玮')
    await screen.find('form').trigger('submit')
    await settled()
    await screen.find('form').trigger('submit')
    await settled()
    const sent = heard.filter(({ method }) => method === 'POST')
    expect(sent.map(({ query }) => query.get('again'))).toEqual([null, null, 'true'])
    expect(tries).toBe(3)
    await vi.waitFor(() => expect(router.currentRoute.value.path).toBe('/people/n1'), 4000)
  })

  it('is not sent without a name, and a month is taken as people write it', async () => {
    const { screen, heard, settled } = await open('/people/new', server([]))
    await screen.find('form').trigger('submit')
    expect(screen.find('.field-error').text()).toBe('请填写姓名。')
    const [name, former, month] = screen.findAll('form input')
    await name!.setValue(' 单立 ')
    await former!.setValue('单小立、单力')
    await month!.setValue('1971年4月')
    await screen.find('form').trigger('submit')
    await settled()
    const [sent] = heard.filter(({ method }) => method === 'POST')
    expect(JSON.parse(sent!.body)).toMatchObject({
      name: '单立',
      former_names: ['单小立', '单力'],
      birth_month: '1971-04',
      party: null,
    })
  })
})
