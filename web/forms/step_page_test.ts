// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest'
import * as words from '../design/say'
import { open, type Heard, type Reply } from '../test_mount'

let said: MockInstance<typeof words.say>

const call = (rest: object = {}) => ({
  id: 'c1',
  year: 2027,
  title: '2027年度议题征集',
  guidance: '小切口',
  constituencies: ['members'],
  opens_on: '2026-10-01',
  closes_on: '2026-10-31',
  most_suggestions: 3,
  most_characters: 10,
  state: 'draft',
  phase: 'draft',
  asked_as: [],
  cannot_suggest_because: '还没有开始。',
  handed_in: 0,
  code: null,
  steps: [],
  actions: [
    { action: 'open', refusal: null },
    { action: 'close', refusal: '征集还没有发布。' },
  ],
  version: 2,
  updated_at: 0,
  ...rest,
})
const stale = { status: 412, body: { status: 412, code: 'request.stale', title: '别人先改了' } }
const server =
  (answer: Reply = { body: call() }) =>
  ({ path, method }: Heard): Reply => {
    if (path !== '/api/calls/c1' && method === 'GET') return { body: { items: [], unopened: 0 } }
    return method === 'GET' ? { body: call() } : answer
  }
type Opened = Awaited<ReturnType<typeof open>>
const reads = (heard: Heard[]) =>
  heard.filter(({ method, path }) => method === 'GET' && path === '/api/calls/c1').length
// The screen there is fetched first.
const arrived = (router: Opened['router'], path: string) =>
  vi.waitFor(() => expect(router.currentRoute.value.path).toBe(path), 10_000)
const sent = (heard: Heard[]) => heard.filter(({ method }) => method !== 'GET')

describe('the page of a step', () => {
  beforeEach(() => {
    said = vi.spyOn(words, 'say')
    sessionStorage.clear()
  })

  it('says why the step may not be taken, and leads back', async () => {
    for (const [action, why] of [
      ['close', '征集还没有发布。'],
      ['extend', '这一步现在不能办理。'],
    ]) {
      const { screen, router, settled } = await open(`/calls/c1/steps/${action}`, server())
      expect(screen.get('main .note-amber').text()).toBe(why)
      expect(screen.find('main form').exists()).toBe(false)
      await screen.get('main .card button').trigger('click')
      await settled()
      await arrived(router, '/calls/c1')
      screen.unmount()
    }
  })

  it('takes it, asks again for what it changed, and leads on', async () => {
    const { screen, heard, router, settled } = await open('/calls/c1/steps/open', server())
    const before = reads(heard)
    await screen.get('main form').trigger('submit')
    await settled()
    expect(sent(heard)).toHaveLength(1)
    expect(said).toHaveBeenCalledWith('已保存')
    expect(reads(heard)).toBeGreaterThan(before)
    await arrived(router, '/calls/c1')
  })

  it('stays and shows how things stand when somebody was faster', async () => {
    const { screen, heard, router, settled } = await open('/calls/c1/steps/open', server(stale))
    const before = reads(heard)
    await screen.get('main form').trigger('submit')
    await settled()
    expect(said).not.toHaveBeenCalled()
    expect(screen.get('main form').text()).toContain('别人先改了')
    expect(reads(heard)).toBe(before + 1)
    expect(router.currentRoute.value.path).toBe('/calls/c1/steps/open')
  })
})

describe('a form that edits', () => {
  beforeEach(() => {
    said = vi.spyOn(words, 'say')
  })

  it('sends nothing and says nothing where nothing was changed', async () => {
    const { screen, heard, router, settled } = await open('/calls/c1/edit', server())
    await screen.get('main form').trigger('submit')
    await settled()
    expect(sent(heard)).toEqual([])
    expect(said).not.toHaveBeenCalled()
    await arrived(router, '/calls/c1')
  })
})
