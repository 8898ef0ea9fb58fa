// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { describe, expect, it } from 'vitest'
import { open, type Heard, type Reply } from '@/test_mount'
import type { BehalfLine, BehalfView } from './behalf_api'
import { aboutShown, bothShown } from './behalf_words'
import { troublesOf } from './paper'

const line = (rest: Partial<BehalfLine> = {}): BehalfLine => ({
  id: 'a1',
  acted_at: 0,
  by_name: '王小协',
  for_name: '李委员',
  body: null,
  deed: 'change_contact',
  about: '',
  fields: ['telephone'],
  object_kind: 'contact',
  object_id: 'li',
  paper_day: null,
  has_scan: false,
  state: 'told',
  reachable: true,
  updated_at: 0,
  version: 1,
  ...rest,
})

function view(rest: Partial<BehalfView> = {}): BehalfView {
  return {
    act: line(),
    is_mine: true,
    scan: null,
    steps: [
      {
        at: 0,
        by_name: '王小协',
        action: 'record',
        from: 'told',
        to: 'told',
        words: '',
        version: 1,
      },
    ],
    actions: [
      { action: 'see', refusal: null },
      { action: 'object', refusal: null },
    ],
    version: 1,
    ...rest,
  }
}

const seen = view({ act: line({ state: 'seen', version: 2 }), actions: [view().actions[1]!] })

describe('acts on behalf', () => {
  it('are said with both names', () => {
    expect(bothShown('王小协', line())).toBe('王小协 代 李委员')
    const of_body = { for_name: '', body: 'party_committee' } as const
    expect(bothShown('王小协', of_body)).toBe('王小协 代 党委')
    expect(aboutShown(line({ fields: ['telephone', 'email'], about: '名册.xlsx' }))).toBe(
      '电话、邮箱 · 名册.xlsx',
    )
  })

  it('are taken note of once by whom they concern, and counted until then', async () => {
    let opened = false
    const { heard, screen, settled } = await open(
      '/behalf/a1',
      ({ method, path }: Heard): Reply => {
        if (path === '/api/behalf/own/unopened') return { body: { unopened: opened ? 0 : 1 } }
        if (method === 'POST') {
          opened = true
          return { status: 201, body: seen }
        }
        return { body: opened ? seen : view() }
      },
      'reader',
    )
    await settled()
    const steps = heard.filter(({ method }) => method === 'POST')
    expect(steps).toHaveLength(1)
    expect(JSON.parse(steps[0]!.body)).toEqual({ action: 'see', words: '' })
    expect(steps[0]!.headers.get('If-Match')).toBe('"v1"')
    expect(screen.find('.page-head').text()).toContain('已阅')
    expect(screen.find('.nav-count').exists()).toBe(false)
  })

  it('show their number in the navigation while they are new', async () => {
    const { screen } = await open(
      '/account',
      ({ path }) =>
        path === '/api/behalf/own/unopened' ? { body: { unopened: 2 } } : { status: 404 },
      'reader',
    )
    const place = screen.find('.top-nav a[href="/behalf/own"]')
    expect(place.find('.nav-count').text()).toContain('2')
    expect(place.text()).toContain('2 项未阅')
  })

  it('are objected to in words', async () => {
    const { heard, screen, settled } = await open(
      '/behalf/a1',
      ({ method, path }: Heard): Reply => {
        if (path === '/api/behalf/own/unopened') return { body: { unopened: 0 } }
        return method === 'POST' ? { status: 201, body: seen } : { body: seen }
      },
      'reader',
    )
    await screen.find('form.form').trigger('submit')
    expect(screen.find('.field-error').text()).toBe('请写明哪里不对。')
    await screen.find('form.form textarea').setValue(' 这不是我的号码 ')
    await screen.find('form.form').trigger('submit')
    await settled()
    const sent = heard.find(({ method }) => method === 'POST')!
    expect(JSON.parse(sent.body)).toEqual({ action: 'object', words: '这不是我的号码' })
    expect(sent.headers.get('If-Match')).toBe('"v2"')
  })

  it('tell the clerk who acted why the answer is not his', async () => {
    const { screen } = await open('/behalf/a1', ({ path }) =>
      path === '/api/behalf/own/unopened'
        ? { body: { unopened: 0 } }
        : {
            body: view({
              is_mine: false,
              act: line({ state: 'objected', version: 3 }),
              actions: [{ action: 'answer', refusal: '须由另一人答复' }],
            }),
          },
    )
    expect(screen.find('.note-amber').text()).toBe('须由另一人答复')
    expect(screen.find('form.form').exists()).toBe(false)
  })

  it('say where nobody can be told', async () => {
    const { screen } = await open('/behalf', ({ path }) =>
      path === '/api/behalf/acts'
        ? {
            body: {
              items: [line({ reachable: false }), line({ id: 'a2' })],
              next: null,
              total: null,
            },
          }
        : { body: { unopened: 0 } },
    )
    const rows = screen.findAll('tbody tr')
    expect(rows[0]!.text()).toContain('无人可告知')
    expect(rows[1]!.text()).not.toContain('无人可告知')
  })
})

describe('the paper of a body', () => {
  const scan = { id: 's', file_name: '批复.pdf', size: 1, sha256: '', media_type: '' }

  it('is a scan and a date that is not to come', () => {
    const complete = { organisation_id: '', scan, paper_day: '2026-01-05' }
    expect(troublesOf(complete)).toEqual({})
    expect(Object.keys(troublesOf({ ...complete, scan: undefined }))).toEqual(['scan'])
    expect(Object.keys(troublesOf({ ...complete, paper_day: '' }))).toEqual(['paper_day'])
    expect(Object.keys(troublesOf({ ...complete, paper_day: '2999-01-01' }))).toEqual(['paper_day'])
  })
})
