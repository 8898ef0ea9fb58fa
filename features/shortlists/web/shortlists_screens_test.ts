// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { beforeEach, describe, expect, it, vi } from 'vitest'
import { open, type Heard, type Reply } from '@/test_mount'
import { emptyRound, roundWordsOf } from './round_words'
import type { Proposal, RoundView } from './shortlists_api'

const candidate = (id: string, rest: Partial<RoundView['candidates'][number]> = {}) => ({
  id,
  title: `题${id}`,
  constituency: 'members' as const,
  kind: 'thematic' as const,
  field: 'society' as const,
  marked: false,
  listed: false,
  supporters: null,
  ...rest,
})
const round = (rest: Partial<RoundView> = {}): RoundView => ({
  id: 'r1',
  year: 2027,
  title: '2027年度遴选',
  closes_on: '2026-12-10',
  state: 'marking',
  marking_over: false,
  version: 3,
  updated_at: 0,
  slots: [{ kind: 'thematic', slots: 1 }],
  wanted: [{ field: 'economy', places: 1 }],
  cannot_mark_because: null,
  marks: 0,
  people: null,
  candidates: [candidate('a'), candidate('b', { kind: null })],
  listed: [],
  forms: [],
  fields: [],
  proposal: null,
  decision: null,
  steps: [],
  actions: [],
  ...rest,
})
const proposal: Proposal = {
  input_sha256: 'ab12',
  people: 9,
  slots: [{ kind: 'thematic', slots: 1 }],
  wanted: [],
  candidates: [],
  share: { exact: '1/9', rounded: '0.1111' },
  rounds: [
    {
      suggestion_id: 'a',
      price: { exact: '1/6', rounded: '0.1667' },
      supporters: 6,
      pay_in_full: 6,
      pay_the_rest: 0,
      spent: 0,
      dropped: [],
      tied: [],
    },
  ],
  filled: [],
  left_out: [{ suggestion_id: 'b', why: 'form_full', supporters: 3 }],
  is_unconstrained: false,
  exchanges: [
    {
      leaves: 'a',
      enters: 'b',
      why: 'field_lacks',
      lose: 6,
      gain: 3,
      gives_up: 'claims',
      passed_over: [{ suggestion_id: 'a', people: 6, entitled: 1 }],
    },
  ],
  short_of: [],
  before: { marks: 6, people_without: 3, passed_over: [] },
  after: { marks: 3, people_without: 6, passed_over: [] },
  gives_up: 'claims',
  listed: ['b'],
}
const proposed = round({
  state: 'proposed',
  marking_over: true,
  people: 9,
  candidates: [candidate('a', { supporters: 6 }), candidate('b', { supporters: 3, listed: true })],
  listed: [{ id: 'b', title: '题b', kind: 'thematic', field: 'society' }],
  forms: [{ kind: 'thematic', slots: 0, listed: 1 }],
  fields: [{ field: 'economy', wanted: 1, listed: 0 }],
  proposal,
  actions: [
    { action: 'change', refusal: null },
    { action: 'decide', refusal: null },
  ],
})

const quiet = (path: string): Reply | undefined =>
  path === '/api/behalf/own/unopened' ? { body: { unopened: 0 } } : undefined

describe('marking', () => {
  beforeEach(() => sessionStorage.clear())

  it('is one touch, and shows what the server keeps', async () => {
    let marked = false
    const reply = ({ method, path, body }: Heard): Reply => {
      if (method === 'POST') {
        marked = (JSON.parse(body) as { marked: boolean }).marked
        return { body: { marks: marked ? ['a'] : [] } }
      }
      return (
        quiet(path) ?? {
          body: round({ marks: marked ? 1 : 0, candidates: [candidate('a', { marked })] }),
        }
      )
    }
    const { screen, settled } = await open('/rounds/r1', reply, 'reader')
    expect(screen.find('.mark-button').attributes('aria-pressed')).toBe('false')
    await screen.find('.mark-button').trigger('click')
    await settled()
    await vi.waitFor(() =>
      expect(screen.find('.mark-button').attributes('aria-pressed')).toBe('true'),
    )
    expect(screen.find('.mark-count').text()).toBe('您标记了 1 条。')
    expect(screen.text()).not.toContain('人支持')
  })

  it('is not offered to who is not asked, and says why', async () => {
    const { screen } = await open(
      '/rounds/r1',
      ({ path }) => quiet(path) ?? { body: round({ cannot_mark_because: '由委员标记。' }) },
      'reader',
    )
    expect(screen.find('.mark-button').exists()).toBe(false)
    expect(screen.find('.note').text()).toBe('由委员标记。')
  })
})

describe('a proposed list', () => {
  it('is explained round by round, with what each exchange gives up', async () => {
    const { screen } = await open('/rounds/r1', ({ path }) => quiet(path) ?? { body: proposed })
    const how = screen.find('[aria-labelledby=proposal]').text()
    expect(how).toContain('第 1 轮')
    expect(how).toContain('6 人支持，每人花费约 0.1667 个名额')
    expect(how).toContain('准确数是 1/6')
    expect(how).toContain('题b 换下 题a')
    expect(how).toContain('6 人受损，3 人受益')
    expect(how).toContain('6 人都标记了“题a”，人数足够分得 1 个名额')
    expect(how).toContain('使原来得到满足的人落空')
    expect(how).toContain('该形式名额已满')
    const list = screen.find('[aria-labelledby=shortlist]').text()
    expect(list).toContain('超过名额')
    expect(list).toContain('少于希望')
  })

  const told = async (changes: Partial<Proposal>) => {
    const view = { ...proposed, proposal: { ...proposal, exchanges: [], ...changes } }
    const { screen } = await open('/rounds/r1', ({ path }) => quiet(path) ?? { body: view })
    const words = screen.find('[aria-labelledby=proposal]').text()
    screen.unmount()
    return words
  }
  const [first] = proposal.rounds as [Proposal['rounds'][number]]
  const counted = (id: string, supporters: number) => ({
    suggestion_id: id,
    title: `题${id}`,
    kind: 'thematic' as const,
    field: 'society' as const,
    supporters,
  })

  it('contradicts itself nowhere about forms that ran full', async () => {
    const kept = { is_unconstrained: true, gives_up: 'nothing' as const }
    const full = [{ ...first, dropped: ['b'] }]
    const at_the_end = await told({ ...kept, rounds: full })
    expect(at_the_end).toContain('名额至此用完，不再考虑：“题b”')
    expect(at_the_end).toContain('但这时全部名额已经分完')
    expect(at_the_end).not.toContain('没有形式满额')
    expect(await told(kept)).toContain('没有形式满额')
    const before_the_end = await told({ ...kept, is_unconstrained: false, rounds: full })
    expect(before_the_end).toContain('不再自动成立')
    expect(before_the_end).toContain('没有人数足够的群体落空')
    const passed_over = [{ suggestion_id: 'b', people: 3, entitled: 1 }]
    const after = { marks: 6, people_without: 3, passed_over }
    expect(await told({ after })).toContain('3 人都标记了“题b”，人数足够分得 1 个名额')
  })

  it('says by what a tie was decided, and prices as they are', async () => {
    const price = { exact: '1', rounded: '1.0000' }
    const words = await told({
      candidates: [counted('a', 6), counted('b', 6), counted('c', 3)],
      rounds: [{ ...first, price, tied: ['b'] }],
    })
    expect(words).toContain('每人花费 1 个名额')
    expect(words).not.toContain('准确数')
    expect(words).toContain('与“题b”每人花费相同，支持者也一样多，这一条提出较早')
    const fewer = await told({
      candidates: [counted('a', 6), counted('b', 3)],
      rounds: [{ ...first, tied: ['b'] }],
    })
    expect(fewer).toContain('与“题b”每人花费相同，这一条支持者较多')
    expect(await told({ rounds: [{ ...first, tied: null }] })).not.toContain('所以在先')
  })

  it('says which of those that are shown it was made without', async () => {
    const view = { ...proposed, proposal: { ...proposal, candidates: [counted('a', 6)] } }
    const { screen } = await open('/rounds/r1', ({ path }) => quiet(path) ?? { body: view })
    const shown = screen.find('[aria-labelledby=candidates]')
    expect(shown.text()).toContain('其中 1 条在备选')
    expect(shown.findAll('li').map((one) => one.text().includes('调整时可列入'))).toEqual([
      false,
      true,
    ])
  })

  it('is changed only with a reason, in the version that was seen', async () => {
    const { screen, heard, settled } = await open(
      '/rounds/r1/change',
      ({ method, path }) =>
        quiet(path) ?? { status: method === 'POST' ? 201 : 200, body: proposed },
    )
    await screen.find('form').trigger('submit')
    expect(screen.findAll('.field-error').map((one) => one.text())).toEqual([
      '请选择列入或移出哪一条。',
      '请写理由。',
    ])
    await screen.findAll('form select')[0]!.setValue('a')
    await screen.findAll('form select')[1]!.setValue('b')
    await screen.find('form textarea').setValue(' 更急 ')
    await screen.find('form').trigger('submit')
    await settled()
    const sent = heard.find(({ method }) => method === 'POST')!
    expect(JSON.parse(sent.body)).toEqual({ takes_in: 'a', takes_out: 'b', reason: '更急' })
    expect(sent.headers.get('If-Match')).toBe('"v3"')
  })
})

describe('the places of a round', () => {
  it('are sent only where they were said anew', async () => {
    const view = round({ actions: [{ action: 'place', refusal: null }] })
    const { screen, heard, settled } = await open(
      '/rounds/r1/place',
      ({ path }) => quiet(path) ?? { body: view },
    )
    const selects = screen.findAll('form select')
    expect(selects).toHaveLength(4)
    await selects[2]!.setValue('supervision')
    await screen.find('form').trigger('submit')
    await settled()
    const sent = heard.find(({ method }) => method === 'POST')!
    expect(JSON.parse(sent.body)).toEqual({
      placements: [{ suggestion_id: 'b', kind: 'supervision', field: 'society' }],
    })
  })
})

describe('the words of a round', () => {
  it('leave out forms without slots and fields without places', () => {
    const form = emptyRound(new Date(2026, 1))
    Object.assign(form, { title: ' 遴选 ', slots_thematic: '2', wanted_culture: '0' })
    expect(roundWordsOf(form)).toMatchObject({
      year: 2027,
      title: '遴选',
      slots: [{ kind: 'thematic', slots: 2 }],
    })
    expect(roundWordsOf(form).wanted.map(({ field }) => field)).not.toContain('culture')
  })

  it('want one of each field as soon as there are slots for it', async () => {
    const { screen, settled } = await open('/rounds/new', ({ path }) => quiet(path) ?? {})
    const field = (label: string) => {
      const found = screen.findAll('form label').find((one) => one.text() === label)!
      return screen.find<HTMLInputElement>(`[id="${found.attributes('for')}"]`)
    }
    const wanted = () => ['经济', '文化'].map((one) => field(`${one}建设`).element.value)
    await field('专题协商').setValue('4')
    await settled()
    expect(wanted()).toEqual(['', ''])
    await field('主席会议协商').setValue('1')
    await settled()
    expect(wanted()).toEqual(['1', '1'])
    await field('文化建设').setValue('2')
    await field('主席会议协商').setValue('')
    await settled()
    expect(wanted()).toEqual(['', '2']) // what one said oneself stays
  })
})
