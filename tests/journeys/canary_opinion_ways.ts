// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The ways of opinions on a draft: the office sends it to the member, who says something and says it
// otherwise; the office types a paper, closes and answers. See canary_ways.ts.
import type { Visitor } from './canary_admission'
import { kept, of, type Json, type Way } from './canary_ways'
import { today } from './days'

const is_office = (by: Visitor) => by.role === 'office'
const is_asked = (by: Visitor) => by.login === 'member'
const owners = () => ['member']

const step = (action: string): Way => ({
  operation: 'takeOpinionRequestStep',
  at: of('opinion-requests', 'request', '/steps'),
  body: () => ({ action, closes_on: action === 'extend' ? '2999-12-31' : null }),
  owners,
})

export const ways_of_opinions: Way[] = [
  {
    operation: 'sendDraftForOpinions',
    at: of('plans', 'draft', '/opinion-requests'),
    body: (world) => ({
      closes_on: '2999-12-01',
      recipients: [
        { kind: 'person', id: world.id('logins', 'member') },
        { kind: 'body', id: world.id('organisations', 'nobodys') },
      ],
    }),
    owners,
    after: (world, answer) => {
      world.keep('opinion-requests', 'request', answer.id as string)
      const [mine, others] = answer.recipients as Json[]
      world.keep('opinion-recipients', 'member', mine!.id as string)
      world.keep('opinion-recipients', 'nobodys', others!.id as string)
    },
  },
  step('extend'),
  {
    operation: 'sayDraftOpinion',
    at: of('opinion-requests', 'request', '/opinions'),
    body: () => ({ part: '', kind: 'change', recipient_id: null }),
    owners,
    refuses: (by) => !is_asked(by),
    after: kept('draft-opinions', 'own'),
  },
  {
    operation: 'enterPaperOpinion',
    at: of('opinion-requests', 'request', '/papers'),
    body: (world) => ({
      part: '',
      kind: 'change',
      recipient_id: world.id('opinion-recipients', 'nobodys'),
      paper_day: today(),
    }),
    after: kept('draft-opinions', 'paper'),
  },
  {
    operation: 'rewriteDraftOpinion',
    at: (world, by) =>
      `/api/draft-opinions/${world.id('draft-opinions', is_office(by) ? 'paper' : 'own')}`,
    body: () => ({ part: '', kind: 'object' }),
    owners: (_, by) => (is_office(by) ? [] : ['member']),
    refuses: (by) => !is_office(by) && !is_asked(by),
  },
  step('close'),
  {
    operation: 'answerDraftOpinion',
    at: of('draft-opinions', 'own', '/answers'),
    body: () => ({ verdict: 'partly' }),
    version: '"v2"', // it was said otherwise once; an opinion alone has no address
    owners,
  },
]
