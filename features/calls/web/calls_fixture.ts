// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A call, and a suggestion under it, as the server tells of them, for the tests of the screens.
import type { Reply } from '@/test_mount'
import type { CallView, SuggestionDetails, SuggestionView } from './calls_api'

export const call = (rest: Partial<CallView> = {}): CallView => ({
  id: 'c1',
  year: 2027,
  title: '2027年度议题征集',
  guidance: '小切口',
  constituencies: ['members'],
  opens_on: '2026-10-01',
  closes_on: '2026-10-31',
  most_suggestions: 3,
  most_characters: 10,
  state: 'open',
  phase: 'running',
  asked_as: [{ constituency: 'members', body_id: '', body_name: '' }],
  cannot_suggest_because: null,
  handed_in: 0,
  code: null,
  form_picture: null,
  steps: [],
  actions: [],
  version: 2,
  updated_at: 0,
  ...rest,
})

export const details: SuggestionDetails = {
  title: '加装电梯',
  problem: '意见难统一',
  reason: '群众关心',
  kind: null,
  departments: ['住建局'],
  field: 'society',
  serves: '',
  state: 'suggested',
  channel: 'own',
  proposer: '王芳',
  by_name: '王芳',
  paper_day: null,
  suggested_at: 0,
  is_mine: false,
  cannot_edit_because: '只有提出人可以修改。',
  taken_in: [],
  merges: [],
  past_words: [],
  steps: [],
  actions: [
    { action: 'screen', refusal: null },
    { action: 'withdraw', refusal: '只有提出这条建议的人可以撤回。' },
  ],
  comments: [],
  has_contact: false,
}
export const suggestion = (rest: Partial<SuggestionView> = {}): SuggestionView => ({
  id: 's1',
  title: '加装电梯',
  constituency: 'members',
  answer: 'waiting',
  reply: '',
  passed_to: '',
  merged_into: null,
  updated_at: 0,
  call_id: 'c1',
  call_title: '2027年度议题征集',
  topic: null,
  can_become_topic: false,
  details,
  version: 1,
  ...rest,
})

export const quiet = (path: string): Reply | undefined => {
  if (path === '/api/behalf/own/unopened') return { body: { unopened: 0 } }
  if (path === '/api/suggestions/similar') return { body: { items: [] } }
  return undefined
}
