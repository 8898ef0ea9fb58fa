// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The ways of selection rounds: the office begins three, of years that nothing else is of, closes,
// proposes, changes and decides. See canary_ways.ts.
import type { Visitor } from './canary_admission'
import { kept, of, type Json, type Way } from './canary_ways'

const is_office = (by: Visitor) => by.role === 'office'
const office = (way: Way): Way => ({ by: is_office, ...way })
const counts = {
  slots: [{ kind: 'thematic', slots: 1 }],
  wanted: [{ field: 'society', places: 1 }],
}
const last_day = '2999-12-31'
const year = { marking: 2027, proposed: 2991, decided: 2992 }
type Name = keyof typeof year

const suggested = (name: Name): Way[] => [
  office({
    operation: 'makeCall',
    at: () => '/api/calls',
    body: () => ({
      year: year[name],
      constituencies: ['members'],
      opens_on: '2022-01-01',
      closes_on: last_day,
      most_suggestions: 900,
      most_characters: 9000,
    }),
    state: 'open',
    after: kept('calls', `of_${name}`),
  }),
  office({
    operation: 'takeCallStep',
    at: of('calls', `of_${name}`, '/steps'),
    body: () => ({ action: 'open', closes_on: null }),
    state: 'open',
  }),
  office({
    operation: 'enterPaperSuggestion',
    at: of('calls', `of_${name}`, '/papers'),
    body: () => ({
      kind: 'thematic',
      field: 'society',
      departments: [undefined],
      constituency: 'members',
      paper_day: '2022-01-05',
    }),
    state: name === 'decided' ? 'taken' : 'screened',
    after: kept('suggestions', `of_${name}`),
  }),
  office({
    operation: 'takeSuggestionStep',
    at: of('suggestions', `of_${name}`, '/steps'),
    body: () => ({ action: 'screen', passed_to: null }),
    state: name === 'decided' ? 'taken' : 'screened',
  }),
]

const begun = (name: Name): Way =>
  office({
    operation: 'makeRound',
    at: () => '/api/rounds',
    body: () => ({ year: year[name], closes_on: last_day, ...counts }),
    state: name,
    after: kept('rounds', name),
  })

const stepped = (name: Name, action: string): Way =>
  office({
    operation: 'takeRoundStep',
    at: of('rounds', name, '/steps'),
    body: () => ({ action }),
    state: name,
  })

export const ways_of_shortlists: Way[] = [
  begun('marking'),
  office({
    operation: 'editRound',
    at: of('rounds', 'marking'),
    body: () => ({ closes_on: last_day, ...counts }),
    state: 'marking',
  }),
  ...(['proposed', 'decided'] as const).flatMap((name) => [
    ...suggested(name),
    begun(name),
    stepped(name, 'close'),
    stepped(name, 'propose'),
  ]),
  office({
    operation: 'changeShortlist',
    at: of('rounds', 'proposed', '/changes'),
    body: (world) => ({
      takes_in: null,
      takes_out: world.id('suggestions', 'of_proposed'),
    }),
    state: 'proposed',
  }),
  office({
    operation: 'decideShortlist',
    at: of('rounds', 'decided', '/decision'),
    body: async (world, _, look) => {
      const round = (await look(`/api/rounds/${world.id('rounds', 'decided')}`)) as Json
      const day = new Date(Number(round.updated_at) + 8 * 3_600_000).toISOString().slice(0, 10)
      return { decided_on: day, others: 'reserve' }
    },
    state: 'decided',
  }),
]
