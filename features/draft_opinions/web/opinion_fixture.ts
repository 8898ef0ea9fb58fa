// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A request for opinions, and an opinion under it, as the server tells of them, for the tests of
// the screens.
import type { Heard, Reply } from '@/test_mount'
import type { OpinionRequestView, OpinionView } from './opinion_api'

export const original = '老旧小区加装电梯'
export const opinion = (rest: Partial<OpinionView> = {}): OpinionView => ({
  id: 'o1',
  recipient_id: 'r1',
  recipient: '区住建局',
  part: 't:1',
  kind: 'change',
  text: '写明重点',
  proposed: '老旧小区加装电梯和养老',
  channel: 'own',
  by_name: '李强',
  paper_day: null,
  said_at: 0,
  updated_at: 0,
  past_words: [],
  answers: [],
  waits: true,
  cannot_rewrite_because: null,
  cannot_answer_because: null,
  version: 1,
  ...rest,
})
export const request = (rest: Partial<OpinionRequestView> = {}): OpinionRequestView => ({
  id: 'q1',
  plan_id: 'p1',
  plan_title: '2026年度协商计划',
  note: '请提出意见',
  phase: 'running',
  state: 'sent',
  sent_on: '2026-10-01',
  closes_on: '2026-10-20',
  sent_by_name: '王小协',
  text: [
    {
      key: 'p:1.1',
      kind: 'paragraph',
      heading: '一、要求',
      text: '围绕中心。',
      now: '围绕中心。',
      form: null,
    },
    { key: 't:1', kind: 'topic', heading: '1', text: original, now: original, form: 'thematic' },
  ],
  added: [],
  recipients: [
    {
      id: 'r1',
      kind: 'body',
      subject_id: 'b0',
      name: '区住建局',
      is_mine: true,
      has_replied: false,
    },
  ],
  opinions: [],
  cannot_say_because: null,
  progress: null,
  actions: [],
  steps: [],
  version: 1,
  updated_at: 0,
  ...rest,
})

export const served =
  (view: OpinionRequestView, more: (heard: Heard) => Reply | undefined = () => undefined) =>
  (heard: Heard): Reply => {
    if (heard.path === '/api/behalf/own/unopened') return { body: { unopened: 0 } }
    return more(heard) ?? { body: view }
  }
