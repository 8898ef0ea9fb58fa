// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent } from 'vue'
import type { CorrectionView } from './correction_api'
import { useDesk } from './correction_desk'
import { setTopic } from './correction_topics'

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
