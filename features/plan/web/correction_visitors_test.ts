// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, type Ref } from 'vue'
import type { Visitor } from './correction_api'
import { useVisitors } from './correction_visitors'

let sent: unknown[][] = []
let answers = true

function open() {
  let others!: Ref<Visitor[]>
  const page = mount(
    defineComponent({
      setup() {
        others = useVisitors('d1')
        return () => 'open'
      },
    }),
  )
  return { page, others }
}

describe('who else has a correction open', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    sent = []
    answers = true
    vi.stubGlobal('fetch', async (...asked: unknown[]) => {
      sent.push(asked)
      if (!answers) throw new TypeError('Failed to fetch')
      const body = { others: [{ name: '李小商', same_person: false }] }
      return new Response(JSON.stringify(body), {
        headers: { 'Content-Type': 'application/json' },
      })
    })
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('is told of a window that closes before its page is gone', async () => {
    const { page } = open()
    await flushPromises()
    sent = []
    window.dispatchEvent(new Event('pagehide'))
    expect(sent).toHaveLength(1) // at once: a closing page waits for nothing
    const [address, leaving] = sent[0] as [string, RequestInit]
    expect(address).toBe('/api/plan-documents/d1/visits')
    expect(leaving).toMatchObject({ method: 'POST', keepalive: true })
    expect(leaving.headers).toMatchObject({
      'Content-Type': 'application/json',
      'Idempotency-Key': expect.any(String),
    })
    expect(JSON.parse(leaving.body as string)).toMatchObject({ leaves: true })
    await vi.advanceTimersByTimeAsync(30_000)
    expect(sent).toHaveLength(1) // and nothing behind it
    page.unmount()
  })

  it('is not shown when it was told longer ago than it holds', async () => {
    const { page, others } = open()
    await flushPromises()
    expect(others.value.map((one) => one.name)).toEqual(['李小商'])
    answers = false
    await vi.advanceTimersByTimeAsync(10_000)
    expect(others.value).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(20_000)
    expect(others.value).toEqual([])
    page.unmount()
  })

  it('is asked again when the page comes into sight', async () => {
    const { page } = open()
    await flushPromises()
    sent = []
    document.dispatchEvent(new Event('visibilitychange'))
    await flushPromises()
    expect(sent).toHaveLength(1)
    page.unmount()
  })
})
