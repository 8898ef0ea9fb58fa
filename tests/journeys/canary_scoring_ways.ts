// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The ways of scoring: the office prepares a round and opens it, two of the demo's people are named
// and comment blind. See canary_ways.ts.
import type { Visitor } from './canary_admission'
import { kept, of, type Way } from './canary_ways'

export const named = ['member', 'expert']

export const ways_of_scoring: Way[] = [
  ...(['preparing', 'open'].map((state) => ({
    operation: 'makeScoringRound',
    at: () => '/api/scoring-rounds',
    body: (world) => ({ call_id: world.id('calls', 'open'), closes_on: '2999-12-31' }),
    owners: () => (state === 'open' ? named : []),
    state,
    after: kept('scoring-rounds', state),
  })) as Way[]),
  {
    operation: 'editScoringRound',
    at: of('scoring-rounds', 'open'),
    body: (world) => ({
      criteria: [{ weight: 1, most: 5 }],
      reviewers: named.map((login) => world.id('logins', login)),
      closes_on: '2999-12-31',
      divided_from: 30,
    }),
    owners: () => named,
    state: 'open',
  },
  {
    operation: 'takeScoringStep',
    at: of('scoring-rounds', 'open', '/steps'),
    body: () => ({ action: 'open', closes_on: null }),
    owners: () => named,
    state: 'open',
  },
  {
    operation: 'giveScoringComment',
    at: of('scoring-rounds', 'open', '/comments'),
    body: (world) => ({ suggestion_id: world.id('suggestions', 'screened') }),
    refuses: (by: Visitor) => !named.includes(by.login),
    owners: (_world: unknown, by: Visitor) => [by.login],
    state: 'open',
  },
]
