// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { beforeEach, describe, expect, it, vi } from 'vitest'
import ChoiceField from '@/design/choice_field.vue'
import { open, type Heard, type Reply } from '@/test_mount'
import type { CallView } from './calls_api'
import { call, details, quiet, suggestion } from './calls_fixture'

describe('a new call for topics', () => {
  it('begins with the days and the limits that the settings say, for the year that is typed', async () => {
    const said: Record<string, string> = {
      topic_call_opens: '08-15',
      topic_call_closes: '10-31',
      call_suggestions: '5',
      call_characters: '600',
    }
    const items = Object.entries(said).map(([key, text]) => ({ key, value: { text, items: [] } }))
    const { screen, settled } = await open('/calls/new', () => ({ body: { items } }))
    const values = (type: string) =>
      screen
        .findAll(`main form input[type=${type}]`)
        .map((input) => (input.element as HTMLInputElement).value)
    const year = new Date().getFullYear()
    expect(values('date')).toEqual([`${year}-08-15`, `${year}-10-31`])
    expect(values('number')).toEqual([`${year + 1}`, '5', '600'])
    await screen.findAll('main form input[type=date]')[0]!.setValue(`${year}-09-03`) // as he wants it
    await screen.find('main form input[type=number]').setValue('2031')
    await settled()
    expect(values('date')).toEqual([`${year}-09-03`, '2030-10-31'])
  })
})

describe('suggesting', () => {
  beforeEach(() => sessionStorage.clear())

  const type = async (screen: Awaited<ReturnType<typeof open>>['screen'], problem: string) => {
    await screen.find('form input').setValue('加装电梯')
    const areas = screen.findAll('form textarea')
    await areas[0]!.setValue(problem)
    await areas[1]!.setValue('群众关心')
    await screen.find('form').trigger('submit')
  }

  it('names what is missing and sends nothing', async () => {
    const { screen, heard } = await open(
      '/calls/c1/suggest',
      ({ path }) => quiet(path) ?? { body: call() },
      'reader',
    )
    await screen.find('form').trigger('submit')
    expect(screen.findAll('.field-error').map((one) => one.text())).toEqual([
      '请写题目。',
      '请写问题。',
      '请写理由。',
    ])
    expect(heard.some(({ method }) => method === 'POST')).toBe(false)
  })

  it('keeps what was typed when the call has ended meanwhile', async () => {
    const reply = ({ method, path }: Heard): Reply =>
      quiet(path) ??
      (method === 'POST'
        ? { status: 409, body: { code: 'topic_call.over', title: '征集已截止' } }
        : { body: call() })
    const first = await open('/calls/c1/suggest', reply, 'reader')
    await type(first.screen, '意见难统一')
    await first.settled()
    expect(first.screen.text()).toContain('征集已截止')
    first.screen.unmount()
    const { screen } = await open(
      '/calls/c1/suggest',
      ({ path }) =>
        quiet(path) ?? { body: call({ phase: 'over', cannot_suggest_because: '已于今天截止' }) },
      'reader',
    )
    expect(screen.find('.note-amber').text()).toBe('已于今天截止')
    expect((screen.find('form input').element as HTMLInputElement).value).toBe('加装电梯')
  })

  it('sends the words as they stand, and opens what was made of them', async () => {
    const { screen, heard, router, settled } = await open(
      '/calls/c1/suggest',
      ({ method, path }) => {
        if (method === 'POST') return { status: 201, body: { id: 's1', already_there: false } }
        return quiet(path) ?? { body: path.startsWith('/api/calls') ? call() : suggestion() }
      },
      'reader',
    )
    await type(screen, ' 意见难统一 ')
    await settled()
    const sent = heard.find(({ method }) => method === 'POST')!
    expect(JSON.parse(sent.body)).toEqual({
      title: '加装电梯',
      problem: '意见难统一',
      reason: '群众关心',
      kind: null,
      departments: [],
      field: null,
      serves: '',
      constituency: null,
      body_id: null,
    })
    await vi.waitFor(() => expect(router.currentRoute.value.path).toBe('/suggestions/s1'), 5000)
  })
})

describe('suggesting for a body', () => {
  beforeEach(() => sessionStorage.clear())

  it('asks for which of several, and what is similar by title and problem apart', async () => {
    const asked_as: CallView['asked_as'] = [
      { constituency: 'departments', body_id: 'b1', body_name: '住建局' },
      { constituency: 'departments', body_id: 'b2', body_name: '民政局' },
    ]
    const { screen, heard, settled } = await open(
      '/calls/c1/suggest',
      ({ method, path }) => {
        if (method === 'POST') return { status: 201, body: { id: 's1', already_there: false } }
        return (
          quiet(path) ?? { body: path.startsWith('/api/calls') ? call({ asked_as }) : suggestion() }
        )
      },
      'reader',
    )
    const choice = screen.findComponent(ChoiceField)
    expect(choice.props('options')).toEqual([
      { value: 'departments b1', text: '住建局' },
      { value: 'departments b2', text: '民政局' },
    ])
    choice.vm.$emit('update:modelValue', 'departments b2')
    await screen.find('form input:not([role=combobox])').setValue('加装电梯')
    const areas = screen.findAll('form textarea')
    await areas[0]!.setValue('意见难统一')
    await areas[1]!.setValue('群众关心')
    await vi.waitFor(
      () =>
        expect(
          heard.find(({ path }) => path === '/api/suggestions/similar')?.query.get('text'),
        ).toBe('加装电梯\n意见难统一'),
      5000,
    )
    await screen.find('form').trigger('submit')
    await settled()
    const sent = heard.find(({ method }) => method === 'POST')!
    expect(JSON.parse(sent.body)).toMatchObject({ constituency: 'departments', body_id: 'b2' })
  })
})

describe('closing a call', () => {
  it('says how many suggestions still wait for an answer', async () => {
    const view = call({ actions: [{ action: 'close', refusal: null }] })
    const { screen } = await open('/calls/c1/steps/close', ({ path, query }) => {
      if (path !== '/api/suggestions') return quiet(path) ?? { body: view }
      const items = query.get('state') === 'suggested' ? [suggestion(), suggestion()] : []
      return { body: { items, next: null, total: null } }
    })
    const waiting = screen.find('[aria-labelledby=call-unanswered]')
    expect(waiting.findAll('li').map((one) => one.text())).toEqual(['待审查 2'])
    expect(waiting.find('a').attributes('href')).toBe('/suggestions?call=c1&state=suggested')
  })
})

describe('a suggestion', () => {
  it('offers the steps that are open, and says why the others are not', async () => {
    const { screen } = await open(
      '/suggestions/s1',
      ({ path }) => quiet(path) ?? { body: suggestion() },
    )
    const buttons = screen.findAll('.page-actions button').map((one) => one.text())
    expect(buttons).toEqual(['通过初筛'])
    expect(screen.find('[aria-labelledby=refused]').text()).toContain('撤回')
    expect(screen.find('[aria-labelledby=refused]').text()).toContain(
      '只有提出这条建议的人可以撤回',
    )
  })

  it('shows the answer alone to who is not to see more', async () => {
    const { screen } = await open(
      '/suggestions/s1',
      ({ path }) =>
        quiet(path) ?? {
          body: suggestion({
            answer: 'passed_on',
            passed_to: '提案',
            reply: '个案',
            details: null,
          }),
        },
      'reader',
    )
    expect(screen.find('.answer-card').text()).toContain('已转其他渠道：提案')
    expect(screen.find('.answer-card').text()).toContain('个案')
    expect(screen.find('.columns').exists()).toBe(false)
  })

  it('says why its topic is postponed', async () => {
    const topic = {
      id: 't1',
      title: '老楼加装电梯',
      plan_id: 'p1',
      plan_title: '协商计划',
      state: 'postponed' as const,
      reason: '等规划批复',
    }
    const { screen } = await open(
      '/suggestions/s1',
      ({ path }) => quiet(path) ?? { body: suggestion({ answer: 'taken', topic, details: null }) },
      'reader',
    )
    const told = screen.find('.answer-card .topic-news')
    expect(told.text()).toContain('已延期')
    expect(told.text()).toContain('等规划批复')
    expect(told.find('a').attributes('href')).toBe('/topics/t1')
  })

  it('says that a question about merging ended with the words that it was about', async () => {
    const merge = {
      id: 'm1',
      merged: { id: 's1', title: '加装电梯' },
      merged_proposer: '王芳',
      target: { id: 's2', title: '电梯' },
      target_proposer: '李强',
      reason: '内容相近',
      asked_by_name: '张文',
      asked_at: 0,
      outcome: 'agreed' as const,
      is_over: true,
      consents: [],
      waits_for: [],
      ended_because: 'reworded' as const,
    }
    const shown = async (
      view: typeof merge | (Omit<typeof merge, 'ended_because'> & { ended_because: null }),
    ) => {
      const body = suggestion({
        details: { ...details, cannot_edit_because: null, merges: [view] },
      })
      return (await open('/suggestions/s1', ({ path }) => quiet(path) ?? { body })).screen
    }
    const over = (await shown(merge)).find('[aria-labelledby=merge-m1]')
    expect(over.find('.pill').text()).toBe('已结束')
    expect(over.text()).toContain('有一方改了内容')
    const open_one = { ...merge, is_over: false, ended_because: null }
    const running = (await shown(open_one)).find('[aria-labelledby=merge-m1]')
    expect(running.find('.pill').text()).toBe('双方同意')
    expect(running.text()).not.toContain('改了内容')
  })

  it('is rejected with a reason only', async () => {
    const view = suggestion({
      details: { ...details, actions: [{ action: 'reject', refusal: null }] },
    })
    const { screen, heard, settled } = await open(
      '/suggestions/s1/steps/reject',
      ({ method, path }) => quiet(path) ?? { status: method === 'POST' ? 201 : 200, body: view },
    )
    await screen.find('form').trigger('submit')
    expect(screen.find('.field-error').text()).toBe('请写理由。')
    await screen.find('form textarea').setValue('已在办理')
    await screen.find('form').trigger('submit')
    await settled()
    const sent = heard.find(({ method }) => method === 'POST')!
    expect(JSON.parse(sent.body)).toEqual({
      action: 'reject',
      reason: '已在办理',
      passed_to: null,
    })
    expect(sent.headers.get('If-Match')).toBe('"v1"')
  })
})
