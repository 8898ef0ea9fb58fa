// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { describe, expect, it } from 'vitest'
import { open, type Heard, type Reply } from '@/test_mount'

const topic = {
  id: 't1',
  plan: { id: 'p', title: '协商计划', year: 2026, state: 'in_force' },
  number: 1,
  kind: 'thematic',
  title: '养老服务',
  period: '5月',
  month: null,
  responsible: [],
  participating: [],
  line: 0,
  field: null,
  state: 'replaced',
  version: 1,
  updated_at: 0,
  can_edit: false,
  to_review: false,
  actions: [],
  source: null,
  suggestions: [],
  carried_from: null,
}
const replaced = [
  { amendment_id: 'm', topic_id: 't1', title: '养老服务', by_id: 't2', by_title: '托育服务' },
]
const served =
  (changes: Partial<typeof topic>, document: unknown = null) =>
  ({ path }: Heard): Reply => {
    if (path.startsWith('/api/topics/') && !path.endsWith('/steps'))
      return { body: { ...topic, ...changes } }
    if (path === '/api/plans/p') return { body: { id: 'p', title: '协商计划', document } }
    return { body: { items: [], refusal: null, replaced, unopened: 0, lines: [], warnings: [] } }
  }

describe('the page of a topic', () => {
  it('leads to what it was replaced by, and back', async () => {
    const linked = async (id: string) => {
      const { screen } = await open(`/topics/${id}`, served({ id }))
      const link = screen.findAll('main a').find((one) => one.text().includes('替换'))
      return link && [link.text(), link.attributes('href')]
    }
    expect(await linked('t1')).toEqual(['由“托育服务”替换', '/topics/t2'])
    expect(await linked('t2')).toEqual(['替换“养老服务”', '/topics/t1'])
    expect(await linked('t3')).toBeUndefined()
  })

  it('says beside a time that it no longer holds', async () => {
    const facts = async (state: string) =>
      (await open('/topics/t1', served({ state }))).screen.get('#topic-facts + dl').text()
    expect(await facts('postponed')).toContain('原定 5月，已延期')
    expect(await facts('planned')).not.toContain('原定')
  })

  it('misses nothing in a document where the plan has none', async () => {
    const words = '由人工添加，原文中没有。'
    const { screen } = await open('/topics/t1', served({}))
    expect(screen.get('main').text()).not.toContain(words)
    const read = await open('/topics/t1', served({}, { id: 'd', file_name: '计划.docx' }))
    expect(read.screen.get('main').text()).toContain(words)
  })
})
