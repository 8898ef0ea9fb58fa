// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { describe, expect, it, vi } from 'vitest'
import { open, type Heard, type Reply } from '@/test_mount'
import { pageOf, type Hit } from './search_api'

function hit(changes: Partial<Hit> = {}): Hit {
  return {
    kind: 'topic',
    id: 't1',
    title: [
      { text: '提升', marked: false },
      { text: '養老', marked: true },
      { text: '服务<b>', marked: false },
    ],
    snippet: [{ text: '5月', marked: false }],
    line: 0,
    context: '某区政协2026年协商工作计划',
    state: 'draft',
    year: 2026,
    at: 0,
    ...changes,
  }
}

const server =
  (hits: Hit[], next: string | null = null) =>
  (heard: Heard): Reply => {
    if (heard.path === '/api/search') return { body: { items: hits, next, total: null } }
    return heard.path === '/api/plans' ? { body: { items: [], next: null } } : { status: 404 }
  }

async function wait(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms))
}

function press(key: string, more: KeyboardEventInit = {}, target: Element = document.body): void {
  target.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
  )
}

const field = () => document.querySelector<HTMLInputElement>('.search-input')!

describe('the page of a search', () => {
  it('marks the words and shows everything else as it stands', async () => {
    const { screen } = await open('/search?q=养老', server([hit()]))
    expect(screen.findAll('.hits mark').map((mark) => mark.text())).toEqual(['養老'])
    expect(screen.find('.hit-title').text()).toBe('提升養老服务<b>')
    expect(screen.find('a.hit').attributes('href')).toBe('/topics/t1')
    screen.unmount()
  })

  it('leads to a document at the line that was found', () => {
    expect(pageOf(hit({ kind: 'document', id: 'd', line: 7 }))).toBe('/import/d?line=7')
    expect(pageOf(hit({ kind: 'document', id: 'd', line: 0 }))).toBe('/import/d')
    expect(pageOf(hit({ kind: 'plan', id: 'p' }))).toBe('/plans/p')
  })

  it('says what to do when nothing is found, and asks nothing without words', async () => {
    const none = await open('/search?q=养老&kind=plan', server([]))
    expect(none.screen.find('.empty-state').text()).toContain('没有找到')
    await none.screen.find('.empty-state button').trigger('click')
    await none.settled()
    expect(none.router.currentRoute.value.query).toEqual({ q: '养老' })
    none.screen.unmount()
    const silent = await open('/search', server([]))
    expect(silent.heard.filter((heard) => heard.path === '/api/search')).toEqual([])
    silent.screen.unmount()
  })

  it('asks for the order that was chosen, and keeps it in the address', async () => {
    const { screen, heard, router, settled } = await open('/search?q=养', server([hit()]))
    await screen.find('select[aria-label="排序"]').setValue('oldest')
    await settled()
    expect(router.currentRoute.value.query).toEqual({ q: '养', sort: 'oldest' })
    expect(heard[heard.length - 1]!.query.get('sort')).toBe('oldest')
    screen.unmount()
  })

  it('offers the next page only where there is one, and marks what was discarded', async () => {
    const { screen } = await open('/search?q=养', server([hit({ state: 'discarded' })], 'n'))
    expect(screen.find('.table-foot button').text()).toBe('显示更多')
    expect(screen.find('.hit-head').text()).toContain('已作废')
    screen.unmount()
  })
})

describe('the search on every page', () => {
  it('opens with / and Ctrl+K, but / is a letter where one writes', async () => {
    const { screen, settled } = await open('/search?q=养', server([hit()]))
    press('/', {}, document.querySelector('.filter-text input')!)
    expect(field()).toBeNull()
    press('/', { isComposing: true })
    await settled()
    expect(field()).toBeNull()
    press('/')
    await settled()
    expect(field()).not.toBeNull()
    screen.unmount()
    const other = await open('/search?q=养', server([hit()]))
    press('k', { ctrlKey: true }, document.querySelector('.filter-text input')!)
    await other.settled()
    expect(field()).not.toBeNull()
    other.screen.unmount()
  })

  it('asks once for what was typed last and goes where the arrows point', async () => {
    const { screen, heard, router, settled } = await open('/plans', server([hit()]))
    press('k', { ctrlKey: true })
    await settled()
    for (const words of ['养', '养老']) {
      field().value = words
      field().dispatchEvent(new Event('input'))
      await settled()
    }
    await vi.waitFor(() => expect(document.querySelectorAll('[role=option]')).toHaveLength(2))
    expect(heard.filter((one) => one.path === '/api/search')).toHaveLength(1)
    press('Enter', { isComposing: true }, field())
    press('ArrowDown', {}, field())
    await settled()
    expect(field().getAttribute('aria-activedescendant')).toBe('found-0')
    expect(document.querySelector('[aria-selected=true]')!.id).toBe('found-0')
    press('Enter', {}, field())
    await vi.waitFor(() => expect(router.currentRoute.value.fullPath).toBe('/topics/t1'))
    screen.unmount()
  })

  it('keeps what was chosen when the next answer has it, and gives it up when it has not', async () => {
    let hits = [hit(), hit({ id: 't2' })]
    const { screen, settled } = await open('/plans', (heard) => server(hits)(heard))
    const write = async (words: string) => {
      field().value = words
      field().dispatchEvent(new Event('input'))
      await wait(200)
      await settled()
    }
    const chosen = () => document.querySelector('[aria-selected=true]')?.textContent
    press('/')
    await settled()
    await write('养')
    press('ArrowDown', {}, field())
    press('ArrowDown', {}, field())
    await settled()
    expect(field().getAttribute('aria-activedescendant')).toBe('found-1')
    hits = [hit({ id: 't2' })]
    await write('养老')
    expect(field().getAttribute('aria-activedescendant')).toBe('found-0')
    hits = [hit()]
    await write('养老院')
    expect(chosen()).toBeUndefined()
    screen.unmount()
  })

  it('shows all results when Enter is pressed without a choice', async () => {
    const { screen, router, settled } = await open('/plans', server([]))
    press('/')
    await settled()
    field().value = ' 养老 '
    field().dispatchEvent(new Event('input'))
    await wait(10)
    press('Enter', {}, field())
    await settled()
    expect(router.currentRoute.value.query.q).toBe('养老')
    expect(router.currentRoute.value.name).toBe('search')
    screen.unmount()
  })
})
