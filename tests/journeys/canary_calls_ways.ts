// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The ways of calls for topics and of suggestions: the office asks, everybody who is asked suggests,
// the office types papers, screens and asks about merging, somebody of the public hands in. See
// canary_ways.ts.
import type { Visitor } from './canary_admission'
import { named as reviewers } from './canary_scoring_ways'
import { telephone } from './canary_marks'
import { kept, of, type Json, type Way, type World } from './canary_ways'

const is_office = (by: Visitor) => by.role === 'office'
const asked = ['member', 'chairperson', 'special_committee', 'convenor', 'sub_district'].concat(
  ['department_handler', 'department_leader', 'party_office', 'government_office'],
  'inspection_office',
  'party_committee', // by the post that the demo's account holds
)
const is_asked = (by: Visitor) => asked.includes(by.role) && by.login !== 'former_member'
const everybody = ['departments', 'parties_and_groups', 'sectors', 'members'].concat(
  'sub_districts',
  'public_',
)
const call = () => ({
  year: 2027,
  constituencies: everybody,
  opens_on: '2022-01-01',
  closes_on: '2999-12-31',
  most_suggestions: 900,
  most_characters: 9000,
})
const words = () => ({ kind: null, field: null, departments: [undefined] })

// One's own; who has none is refused the member's.
const own = (world: World, by: Visitor) => {
  const mine = world.ids('own_suggestions', by.login)[0]
  return mine ?? world.id('suggestions', 'waiting')
}
const ownOr =
  (name: string, rest = '') =>
  (world: World, by: Visitor) =>
    `/api/suggestions/${is_office(by) ? world.id('suggestions', name) : own(world, by)}${rest}`
// In the demo handler and leader act for one department: what one of them suggests is both's.
const department = ['department_handler', 'department_leader']
const whose = ({ login }: Visitor) => (department.includes(login) ? department : [login])
const owners = (_: World, by: Visitor) => (is_office(by) ? [] : whose(by))

const calls: Way[] = [
  ...['draft', 'open'].map((state) => ({
    operation: 'makeCall',
    at: () => '/api/calls',
    body: call,
    state,
    after: kept('calls', state),
  })),
  { operation: 'editCall', at: of('calls', 'draft'), body: call, state: 'draft' },
  {
    operation: 'takeCallStep',
    at: of('calls', 'open', '/steps'),
    body: () => ({ action: 'open', closes_on: null }),
    state: 'open',
    after: (world, answer) => world.keep('codes', 'open', answer.code as string),
  },
]

const paper = (name: string, state: string, of_whom: string[] = []): Way => ({
  operation: 'enterPaperSuggestion',
  at: of('calls', 'open', '/papers'),
  body: () => ({ ...words(), constituency: 'members', paper_day: '2022-01-05' }),
  owners: () => of_whom,
  state,
  after: kept('suggestions', name),
})

const suggestions: Way[] = [
  {
    operation: 'suggestTopic',
    at: of('calls', 'open', '/suggestions'),
    body: () => ({ ...words(), constituency: null }),
    owners: (_, by) => whose(by),
    state: 'waiting',
    refuses: (by) => !is_asked(by),
    after: (world, answer, by) => {
      world.keep('own_suggestions', by.login, answer.id as string)
      if (by.login === 'member') world.keep('suggestions', 'waiting', answer.id as string)
    },
  },
  paper('paper', 'waiting'),
  { ...paper('screened', 'screened'), scored_by: reviewers },
  paper('passed', 'passed_on'),
  // the member is asked about it: title and name of the other stand in the question
  paper('merging', 'waiting', ['member']),
  {
    operation: 'editSuggestion',
    at: ownOr('paper'),
    body: words,
    owners,
    state: 'waiting',
    refuses: (by) => !is_office(by) && !is_asked(by),
  },
  {
    operation: 'commentOnSuggestion',
    at: of('suggestions', 'paper', '/comments'),
    state: 'waiting',
  },
  ...[
    ['screened', 'screen'],
    ['passed', 'pass_on'],
  ].map(([name, action]) => ({
    operation: 'takeSuggestionStep',
    at: of('suggestions', name!, '/steps'),
    body: () => (name === 'passed' ? { action } : { action, passed_to: null }),
    by: is_office,
    state: name === 'passed' ? 'passed_on' : 'screened',
  })),
]

const merging: Way[] = [
  {
    operation: 'askToMergeSuggestion',
    at: of('suggestions', 'merging', '/merges'),
    body: (world) => ({ target_id: world.id('suggestions', 'waiting') }),
    owners: () => ['member'],
    state: 'waiting',
    after: (world, answer) => {
      const [merge] = (answer.details as Json).merges as Json[]
      world.keep('merges', 'merge', merge!.id as string)
    },
  },
  {
    operation: 'answerMerge',
    at: of('merges', 'merge', '/consents'),
    body: (_, by) => ({ agrees: true, side: is_office(by) ? 'merged' : null }),
    owners: () => ['member'],
    state: 'waiting',
    refuses: (by) => !is_office(by) && by.login !== 'member',
  },
  {
    operation: 'takeSuggestionStep',
    at: ownOr('paper', '/steps'),
    body: () => ({ action: 'withdraw', passed_to: null }),
    owners,
    state: 'withdrawn',
    by: (by) => !is_office(by) && by.login !== 'member',
    refuses: (by) => !is_asked(by),
  },
]

const public_form: Way[] = [
  {
    operation: 'suggestPublicly',
    at: (world) => `/api/public/calls/${world.id('codes', 'open')}`,
    body: () => ({ field: null, contact: telephone }),
    by: (by) => by.login === 'anonymous',
    state: 'waiting',
  },
  {
    operation: 'lookAtSuggestionContact',
    at: async (world, _, look) => {
      const path = `/api/suggestions?constituency=public_&call=${world.id('calls', 'open')}`
      const [newest] = (await look(path))!.items as Json[]
      return `/api/suggestions/${newest!.id as string}/contact-looks`
    },
    state: 'waiting',
  },
]

export const ways_of_calls: Way[] = [...calls, ...suggestions, ...merging, ...public_form]
