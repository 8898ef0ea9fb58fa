// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent } from 'vue'
import type { CorrectionView } from './correction_api'
import { useDesk } from './correction_desk'
import { setPlan, setTopic } from './correction_topics'

function view(version: number, title: string): CorrectionView {
  const topic = { number: 1, kind: 'thematic', period: '', month: null, line: 1 }
  const words = { title: '计划', committee: '', year: 2025, sections: 0, reasons: [] }
  const lines = [{ runs: [{ place: 'topic_title', target: 0, length: 1 }] }]
  const topics = [{ ...topic, title, responsible: [], participating: [] }]
  return {
    correction: { ...words, topics, lines },
    version,
    updated_at: 0,
    updated_by_name: '张文',
  } as unknown as CorrectionView
}

function open(first: CorrectionView) {
  let desk!: ReturnType<typeof useDesk>
  const page = mount(
    defineComponent({
      setup() {
        desk = useDesk('d1', first)
        return () => 'open'
      },
    }),
  )
  return { page, desk }
}

// A server that answers every request with `status` and `body` when it is let.
function server(status: number, body: object) {
  const seen: (string | null)[] = []
  let answer = () => {}
  const may = new Promise<void>((resolve) => (answer = resolve))
  vi.stubGlobal('fetch', async (request: Request) => {
    seen.push(request.headers.get('if-match'))
    await may
    const headers = { 'Content-Type': 'application/json' }
    return new Response(JSON.stringify(body), { status, headers })
  })
  return { seen, answer }
}

describe('leaving a correction before the server has answered', () => {
  beforeEach(() => {
    setActivePinia(createPinia())
    sessionStorage.clear()
  })
  afterEach(() => vi.unstubAllGlobals())

  it('is no conflict with oneself when the words come back', async () => {
    const { seen, answer } = server(200, { version: 2, updated_at: 1, unaccounted: 0 })
    const { page, desk } = open(view(1, '甲'))
    desk.change(setTopic(desk.present.value, 0, { title: '乙' }))
    page.unmount()
    const back = open(view(2, '乙'))
    expect(back.desk.status.value).toBe('kept')
    expect(back.desk.version.value).toBe(2)
    answer()
    await flushPromises()
    expect(seen).toEqual(['"v1"'])
    back.page.unmount()
  })

  it('leaves no draft behind when the words have been kept', async () => {
    const { answer } = server(200, { version: 2, updated_at: 1, unaccounted: 0 })
    const { page, desk } = open(view(1, '甲'))
    desk.change(setTopic(desk.present.value, 0, { title: '乙' }))
    page.unmount()
    answer()
    await vi.waitFor(() => expect(sessionStorage.length).toBe(0))
    const back = open(view(3, '丙'))
    expect(back.desk.status.value).toBe('kept')
    expect(back.desk.present.value.topics[0]!.title).toBe('丙')
    back.page.unmount()
  })

  it('asks when another person has written other words meanwhile', () => {
    server(200, { version: 2, updated_at: 1, unaccounted: 0 })
    const { page, desk } = open(view(1, '甲'))
    desk.change(setTopic(desk.present.value, 0, { title: '乙' }))
    page.unmount()
    const back = open(view(2, '丙'))
    expect(back.desk.status.value).toBe('stale')
    expect(back.desk.present.value.topics[0]!.title).toBe('乙')
    back.page.unmount()
  })
})

describe('another window at the same correction', () => {
  beforeEach(() => {
    setActivePinia(createPinia())
    sessionStorage.clear()
  })
  afterEach(() => vi.unstubAllGlobals())

  it('writes nothing over unsaid: who, what was there, what is now, and the way back', () => {
    const { page, desk } = open(view(1, '甲'))
    desk.hear(view(2, '乙'))
    expect(desk.present.value.topics[0]!.title).toBe('乙')
    const [told, ...others] = desk.arrivals.all.value
    expect(others).toEqual([])
    expect(told).toMatchObject({
      by: '张文',
      difference: { words: [{ topic: '乙', what: 'title', mine: '甲', theirs: '乙' }] },
    })
    expect(desk.arrivals.is_last.value).toBe(true)
    desk.undo()
    expect(desk.present.value.topics[0]!.title).toBe('甲')
    page.unmount()
  })

  it('tells as one what somebody types letter by letter', () => {
    const { page, desk } = open(view(1, '甲'))
    desk.hear(view(2, '乙'))
    desk.hear(view(3, '乙丙'))
    const told = desk.arrivals.all.value
    expect(told.map((one) => one.difference.words[0])).toMatchObject([
      { mine: '甲', theirs: '乙丙' },
    ])
    desk.undo()
    expect(desk.present.value.topics[0]!.title).toBe('甲')
    page.unmount()
  })

  it('tells again what came after a change made here', async () => {
    server(200, { version: 3, updated_at: 1, unaccounted: 0 }).answer()
    const { page, desk } = open(view(1, '甲'))
    desk.hear(view(2, '乙'))
    desk.change(setTopic(desk.present.value, 0, { period: '5月' }))
    expect(desk.arrivals.is_last.value).toBe(false)
    await desk.keep()
    desk.hear(view(4, '丁'))
    expect(desk.arrivals.all.value).toHaveLength(2)
    desk.arrivals.forget()
    expect(desk.arrivals.all.value).toEqual([])
    page.unmount()
  })

  it('says nothing of the same words', () => {
    const { page, desk } = open(view(1, '甲'))
    desk.hear(view(2, '甲'))
    expect(desk.arrivals.all.value).toEqual([])
    expect([desk.version.value, desk.can_undo.value]).toEqual([2, false])
    page.unmount()
  })
})

describe('a year that is none', () => {
  beforeEach(() => {
    setActivePinia(createPinia())
    sessionStorage.clear()
  })
  afterEach(() => vi.unstubAllGlobals())
  const type = (desk: ReturnType<typeof open>['desk'], year: string) =>
    desk.change(setPlan(desk.present.value, { year }))

  it('is nothing to keep, and outlives a reload', async () => {
    const { seen } = server(200, { version: 2, updated_at: 1, unaccounted: 0 })
    const { page, desk } = open(view(1, '甲'))
    type(desk, '二〇二七')
    expect(await desk.keep()).toBe(true)
    expect(seen).toEqual([])
    page.unmount()
    const back = open(view(1, '甲'))
    expect(back.desk.present.value).toMatchObject({ year: '二〇二七', year_read: 2025 })
    expect(back.desk.status.value).toBe('kept')
    back.page.unmount()
  })

  it('stays when other words come, and is told when it does not', () => {
    const { page, desk } = open(view(1, '甲'))
    type(desk, '二〇二七')
    desk.hear(view(2, '乙'))
    expect(desk.present.value.year).toBe('二〇二七')
    const other = view(3, '乙')
    desk.hear({ ...other, correction: { ...other.correction, year: 2026 } })
    expect(desk.present.value.year).toBe('2026')
    expect(desk.arrivals.all.value[0]!.difference.words).toContainEqual({
      what: 'year',
      mine: '二〇二七',
      theirs: '2026',
    })
    page.unmount()
  })
})
