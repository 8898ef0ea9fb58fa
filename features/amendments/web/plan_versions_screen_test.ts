// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { describe, expect, it } from 'vitest'
import { open, type Heard, type Reply } from '@/test_mount'
import { fateOf, groupsOf, nameOf, topicParts } from './plan_versions'
import type { PastTopic, PlanComparison, PlanVersion } from './plan_versions_api'

const version = (rest: Partial<PlanVersion> = {}): PlanVersion => ({
  version: 1,
  mark: 'step',
  action: 'save_draft',
  nth: 1,
  at: 0,
  state: 'draft',
  amendment_id: null,
  effective_on: null,
  ...rest,
})
const versions = [
  version(),
  version({ version: 3, action: 'submit', nth: 2, state: 'three_office_review' }),
  version({
    version: 9,
    mark: 'amendment',
    action: null,
    state: 'issued',
    amendment_id: 'm',
    effective_on: '2022-06-20',
  }),
  version({ version: 9, mark: 'now', action: null, state: 'issued' }),
]
const topic = (id: string, title: string, rest: Partial<PastTopic> = {}): PastTopic => ({
  id,
  number: 1,
  kind: 'thematic',
  title,
  period: '5月',
  responsible: ['区民政局'],
  participating: [],
  field: null,
  place: 'listed',
  ...rest,
})
const head = {
  day: null,
  title: '协商计划',
  committee: '政协',
  year: 2022,
  state: 'draft' as const,
}
const comparison: PlanComparison = {
  before: head,
  after: { ...head, title: '2022年协商计划', state: 'issued' },
  paragraphs: [
    { is_heading: true, before: '一、要求', after: '一、要求' },
    { is_heading: false, before: '服务大局。', after: '服务发展大局。' },
  ],
  topics: [
    {
      id: 'a',
      before: topic('a', '养老服务'),
      after: topic('a', '养老服务', { kind: 'counterpart' }),
    },
    { id: 'b', before: topic('b', '垃圾分类'), after: topic('b', '垃圾分类') },
    { id: 'c', before: topic('c', '停车'), after: null },
  ],
}
const same: PlanComparison = {
  before: head,
  after: head,
  paragraphs: [],
  topics: [comparison.topics[1]!],
}

const served =
  (found: PlanComparison, more: (heard: Heard) => Reply | undefined = () => undefined) =>
  (heard: Heard): Reply => {
    const own = more(heard)
    if (own) return own
    if (heard.path.endsWith('/versions')) return { body: { items: versions } }
    if (heard.path.endsWith('/comparison')) return { body: found }
    return { body: { unopened: 0, title: '协商计划' } }
  }
const asked = (heard: Heard[]) =>
  heard
    .filter((one) => one.path.endsWith('/comparison'))
    .map((one) => `${one.query.get('before')}…${one.query.get('after')}`)

describe('what differs between two versions', () => {
  it('is said of a topic by its parts, and moved is not gone', () => {
    const [moved, kept, gone] = comparison.topics
    expect([moved, kept, gone].map((one) => fateOf(one!))).toEqual(['moved', 'same', 'gone'])
    expect(fateOf({ id: 'd', before: null, after: topic('d', '新') })).toBe('new')
    const postponed = {
      id: 'b',
      before: kept!.before,
      after: topic('b', '垃圾分类', { place: 'postponed' }),
    }
    expect(fateOf(postponed)).toBe('changed')
    expect(topicParts(postponed).slice(-1)[0]).toMatchObject({ before: '', after: '已延期' })
  })

  it('stands under the kind that a topic has in what is shown', () => {
    const shown = (view: 'changes' | 'whole' | 'before' | 'after') =>
      groupsOf(comparison, view).map(
        (one) => `${one.kind}:${one.topics.map(({ id }) => id).join('')}`,
      )
    expect(shown('changes')).toEqual(['thematic:c', 'counterpart:a'])
    expect(shown('whole')).toEqual(['thematic:bc', 'counterpart:a'])
    expect(shown('before')).toEqual(['thematic:abc'])
    expect(shown('after')).toEqual(['thematic:b', 'counterpart:a'])
  })

  it('has versions with names that tell them apart', () => {
    expect(nameOf(versions[1]!)).toContain('送三办会商时（第 2 次）')
    expect(nameOf(versions[2]!)).toBe('第 1 次议题调整后，自 2022-06-20 起')
    expect(nameOf(versions[3]!)).toBe('现在')
  })
})

describe('the page of two versions', () => {
  it('begins with the first and now, and shows what was changed alone', async () => {
    const { screen, heard } = await open('/plans/p/versions', served(comparison))
    expect(asked(heard).pop()).toBe('1…now')
    expect(screen.get('[aria-labelledby=compared-head] [role=status]').text()).toContain(
      '议题 2 个，正文 1 段',
    )
    expect(screen.get('[aria-labelledby=compared-head] ins').text()).toContain('2022')
    const topics = screen.get('[aria-labelledby=compared-topics]')
    expect(topics.text()).not.toContain('垃圾分类')
    expect(topics.text()).toContain('改变协商形式')
    expect(topics.find('del').text()).toContain('停车')
    const text = screen.get('[aria-labelledby=compared-text]')
    expect(text.text()).not.toContain('一、要求')
    expect(text.get('ins .sr-only').text()).not.toBe('')
  })

  it('shows one version by itself', async () => {
    const { screen, settled } = await open('/plans/p/versions', served(comparison))
    const buttons = screen.findAll('.word-difference-view')
    await buttons[2]!.trigger('click')
    await settled()
    expect(buttons[2]!.attributes('aria-pressed')).toBe('true')
    expect(screen.find('main ins, main del').exists()).toBe(false)
    expect(screen.get('[aria-labelledby=compared-topics]').text()).toContain('垃圾分类')
    expect(screen.get('[aria-labelledby=compared-text]').text()).toContain('服务大局。')
    expect(screen.get('[aria-labelledby=compared-head]').text()).not.toContain('2022年协商计划')
  })

  it('asks for what is chosen, keeps it in the address, and swaps the two', async () => {
    const { screen, heard, router, settled } = await open('/plans/p/versions', served(comparison))
    await screen.findAll('select')[0]!.setValue('3')
    await settled()
    expect(asked(heard).pop()).toBe('3…now')
    await screen.get('main .el-button').trigger('click')
    await settled()
    expect(asked(heard).pop()).toBe('now…3')
    expect(router.currentRoute.value.query).toEqual({ before: 'now', after: '3' })
  })

  it('takes a day, and says at the day why it is none', async () => {
    const refused: Reply = {
      status: 422,
      body: {
        code: 'version.not_there_yet',
        title: '这一天还没有这份计划。',
        errors: [
          { pointer: '/before', code: 'version.not_there_yet', detail: '这一天还没有这份计划。' },
        ],
      },
    }
    const { screen } = await open(
      '/plans/p/versions?before=2020-01-01',
      served(comparison, (heard) => (heard.path.endsWith('/comparison') ? refused : undefined)),
    )
    expect(screen.find<HTMLInputElement>('input[type=date]').element.value).toBe('2020-01-01')
    expect(screen.get('.field-error').text()).toBe('这一天还没有这份计划。')
    expect(screen.find('[aria-labelledby=compared-head]').exists()).toBe(false)
  })

  it('says that two versions are the same, and that nothing could be read', async () => {
    const { screen } = await open('/plans/p/versions', served(same))
    expect(screen.get('.empty-state').text()).toContain('内容相同')
    const { screen: failed } = await open(
      '/plans/p/versions',
      served(same, (heard) => (heard.path.endsWith('/versions') ? 'no answer' : undefined)),
    )
    expect(failed.find('main .note-red, main [role=alert]').exists()).toBe(true)
    expect(failed.find('select').exists()).toBe(false)
  })
})
