// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { beforeEach, describe, expect, it, vi } from 'vitest'
import { open, settled, type Heard, type Reply } from '@/test_mount'
import { call, details, quiet, suggestion } from './calls_fixture'

const view = (path: string) =>
  path.startsWith('/api/calls') ? call() : suggestion({ details: mine })
const mine = { ...details, is_mine: true, cannot_edit_because: null }
const server = ({ path }: Heard): Reply => quiet(path) ?? { body: view(path) }
type Screen = Awaited<ReturnType<typeof open>>['screen']
const isOpen = (screen: Screen) =>
  (screen.find('details.more-fields').element as HTMLDetailsElement).open

describe('the fields that one may open', () => {
  beforeEach(() => sessionStorage.clear())

  it('stand open where something is in them, and stay so while it is taken out', async () => {
    const words = { ...mine, kind: null, field: null, departments: [], serves: '区委全会' }
    const { screen } = await open(
      '/suggestions/s1/edit',
      (heard) =>
        heard.path === '/api/suggestions/s1'
          ? { body: suggestion({ details: words }) }
          : server(heard),
      'reader',
    )
    expect(isOpen(screen)).toBe(true)
    await screen.findAll('details.more-fields input').pop()!.setValue('')
    expect(isOpen(screen)).toBe(true)
  })

  it('stand open over the departments alone, and are shut where nothing is', async () => {
    const of = (departments: string[]) => {
      const words = { ...mine, kind: null, field: null, serves: '', departments }
      return (heard: Heard): Reply =>
        heard.path === '/api/suggestions/s1'
          ? { body: suggestion({ details: words }) }
          : server(heard)
    }
    const { screen } = await open('/suggestions/s1/edit', of(['住建局']), 'reader')
    expect(isOpen(screen)).toBe(true)
    screen.unmount()
    const other = await open('/suggestions/s1/edit', of([]), 'reader')
    expect(isOpen(other.screen)).toBe(false)
  })

  it('open where the server finds something wrong in them', async () => {
    const errors = [{ pointer: '/departments', code: 'suggestion.too_many', detail: '部门太多。' }]
    const { screen } = await open(
      '/calls/c1/suggest',
      ({ method, path }) =>
        method === 'POST'
          ? { status: 422, body: { status: 422, code: 'suggestion.invalid', title: '', errors } }
          : (quiet(path) ?? { body: call() }),
      'reader',
    )
    expect(isOpen(screen)).toBe(false)
    await screen.find('form input').setValue('加装电梯')
    for (const area of screen.findAll('form textarea')) await area.setValue('意见')
    await screen.find('form').trigger('submit')
    await settled()
    expect(isOpen(screen)).toBe(true)
  })
})

describe('editing a suggestion', () => {
  beforeEach(() => sessionStorage.clear())

  it('says how much the call takes', async () => {
    const { screen } = await open('/suggestions/s1/edit', server, 'reader')
    const said = () => screen.findAll('form .field-hint').map((one) => one.text())
    expect(said()).toContain('已写 4 个字，最多 10 个。') // 群众关心
    await screen.find('form textarea').setValue('一二三四五六七八九十𠮷')
    expect(said()).toContain('已写 11 个字，最多 10 个。')
    expect(screen.find('.field-error').text()).toBe('超出了 1 个字')
  })

  it('shows no form to who may not edit, and none to who sees the answer alone', async () => {
    const closed = { ...details, cannot_edit_because: '已经通过初筛，不能再修改。' }
    for (const [seen, words] of [
      [closed, '已经通过初筛，不能再修改。'],
      [null, '这一步现在不能办理。'],
    ] as const) {
      const { screen, router } = await open(
        '/suggestions/s1/edit',
        (heard) =>
          heard.path === '/api/suggestions/s1'
            ? { body: suggestion({ details: seen }) }
            : server(heard),
        'reader',
      )
      expect(screen.find('main .note-amber').text()).toBe(words)
      expect(screen.find('main form').exists()).toBe(false)
      await screen.find('main button').trigger('click')
      await vi.waitFor(() => expect(router.currentRoute.value.path).toBe('/suggestions/s1'), 5000)
      screen.unmount()
    }
  })

  it('keeps what is typed where the suggestion is screened meanwhile', async () => {
    const first = await open('/suggestions/s1/edit', server, 'reader')
    await first.screen.find('form input').setValue('加装电梯补助')
    first.screen.unmount()
    const closed = { ...details, cannot_edit_because: '已经通过初筛，不能再修改。' }
    const { screen } = await open(
      '/suggestions/s1/edit',
      ({ path }) => quiet(path) ?? { body: suggestion({ details: closed }) },
      'reader',
    )
    expect(screen.find('main .note-amber').text()).toBe('已经通过初筛，不能再修改。')
    expect((screen.find('form input').element as HTMLInputElement).value).toBe('加装电梯补助')
  })
})

describe('what the reviewers say of it', () => {
  beforeEach(() => sessionStorage.clear())

  it('asks for words, and keeps the next ones over a reload as it did the first', async () => {
    const reply = ({ method, path }: Heard): Reply =>
      quiet(path) ?? { status: method === 'POST' ? 201 : 200, body: suggestion() }
    const first = await open('/suggestions/s1', reply)
    const comments = (screen: Screen) => screen.find('[aria-labelledby=comments]')
    await comments(first.screen).find('form').trigger('submit')
    expect(comments(first.screen).find('.field-error').text()).toBe('请写评议意见。')
    await comments(first.screen).find('textarea').setValue('可以合并')
    await comments(first.screen).find('form').trigger('submit')
    await settled()
    const sent = first.heard.filter(({ method }) => method === 'POST')
    expect(sent.map(({ body }) => JSON.parse(body))).toEqual([{ words: '可以合并' }])
    await comments(first.screen).find('textarea').setValue('先问住建局')
    first.screen.unmount()
    const { screen } = await open('/suggestions/s1', reply)
    expect(comments(screen).find('textarea').element.value).toBe('先问住建局')
  })
})

describe('lists of suggestions', () => {
  it('say that there are more where there are', async () => {
    const items = [{ ...suggestion(), suggested_at: 0, state: 'suggested' }]
    for (const [next, words] of [
      ['cursor', '已显示 1 条，还有更多'],
      [null, '共 1 条'],
    ] as const) {
      const { screen } = await open(
        '/suggestions/own',
        ({ path }) => quiet(path) ?? { body: { items, next, total: null } },
        'reader',
      )
      expect(screen.find('.table-foot').text()).toContain(words)
      screen.unmount()
    }
  })

  const of_drafts =
    (drafts: Reply, view = suggestion({ can_become_topic: true })) =>
    ({ path, query }: Heard): Reply => {
      if (path === '/api/plans') {
        return query.get('state') === 'draft' ? drafts : { body: { items: [], next: null } }
      }
      return path === '/api/calls/c1' ? { body: call() } : (quiet(path) ?? { body: view })
    }

  it('say why the drafts that one may go into did not come', async () => {
    const { screen } = await open('/suggestions/s1', of_drafts('no answer'))
    expect(screen.find('[aria-labelledby=to-draft] [role=alert]').exists()).toBe(true)
  })

  it('offer drafts of the year that the call is for, later ones only to what it left over', async () => {
    const of_years = (...years: (number | null)[]) => ({
      body: { items: years.map((year) => ({ id: `p${year}`, title: '计划', year })), next: null },
    })
    const taken = suggestion({ can_become_topic: true, answer: 'taken' })
    const offered = async (drafts: Reply, view = taken) => {
      const { screen } = await open('/suggestions/s1', of_drafts(drafts, view))
      const card = screen.find('[aria-labelledby=to-draft]')
      const links = card.findAll('a').map((one) => one.attributes('href'))
      const words = card.text()
      screen.unmount()
      return links.length ? links : words
    }
    const to = (year: number) => [`/plans/p${year}/topics/new?suggestion=s1`]
    expect(await offered(of_years(2028, 2027, 2022, null))).toEqual(to(2027))
    expect(await offered(of_years(2028, 2022))).toContain('没有起草中的 2027 年度计划')
    const left_over = suggestion({ can_become_topic: true, answer: 'reserved' })
    expect(await offered(of_years(2028, 2022), left_over)).toEqual(to(2028))
    expect(await offered(of_years(2028, 2027), left_over)).toEqual(to(2027))
  })
})
