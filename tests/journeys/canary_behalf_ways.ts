// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The ways of acts on behalf: the office writes what is everybody's own, everybody objects, and the
// secretary-general answers; then the office records what a body has decided. See canary_ways.ts.
import { operation } from './canary_api'
import type { Visitor } from './canary_admission'
import { email } from './canary_marks'
import { of, once, unless_office, type Json, type Look, type Way, type World } from './canary_ways'
import { today } from './days'

// Who holds a post of the committee in the demo (features/people/demo_seats.h): they are told of
// what is recorded for the committee.
const of_committee = ['office', 'secretary_general', 'chairperson', 'party_group'].concat(
  'publicity_editor',
)

// Logins of the demo that are in its register: all whom an act can be told.
const readers = operation('listOwnBehalfActs').rows.flatMap((row) => row.roles)
export const registered = [...readers, 'former_member']
const told = registered.filter((login) => login !== 'office')

const ownOf = (login: string): Way => ({
  operation: 'keepContact',
  at: (world) => `/api/people/${world.id('logins', login)}/contacts/email`,
  body: () => ({ value: email }),
  by: (by) => by.role === 'office',
  owners: () => [login],
  state: 'email',
})

// The newest that the visitor is told of; who is told of none is refused another's.
async function newest(world: World, by: Visitor, look: Look): Promise<string> {
  const own = (await look('/api/behalf/own'))?.items as Json[] | undefined
  const id = (own?.[0]?.id as string | undefined) ?? world.id('own_acts', 'chairperson')
  if (own?.[0]) world.keep('own_acts', by.login, id)
  return `/api/behalf/acts/${id}/steps`
}

const is_told = (by: Visitor) => told.includes(by.login)
const first_told = ['chairperson', 'secretary_general']

const objection = (by: (visitor: Visitor) => boolean): Way => ({
  operation: 'takeBehalfStep',
  at: newest,
  body: () => ({ action: 'object' }),
  owners: (_, visitor) => [visitor.login],
  by,
  refuses: (visitor) => !is_told(visitor),
  version: '"v1"',
})

const objections: Way[] = [
  objection((by) => first_told.includes(by.login)),
  objection((by) => !first_told.includes(by.login)),
  {
    operation: 'takeBehalfStep',
    at: (world) => `/api/behalf/acts/${world.id('own_acts', 'member')}/steps`,
    body: () => ({ action: 'answer' }),
    owners: () => ['member'],
    by: (by) => ['office', 'secretary_general'].includes(by.role),
    refuses: (by) => by.role === 'office', // who acted
    version: '"v2"',
    after: (world) => world.keep('acts', 'answered', world.id('own_acts', 'member')),
  },
]

const chairpersonIs = (action: string): Way => ({
  operation: 'takeMembershipStep',
  at: async (world, _, look) => {
    const chairperson = await look(`/api/people/${world.id('logins', 'chairperson')}`)
    const all = chairperson!.memberships as Json[]
    const current = all.find((one) => one.term_id === world.id('terms', 'running'))!
    return `/api/memberships/${current.id as string}/steps`
  },
  body: () => ({ action, day: null }),
  owners: () => ['chairperson'],
})

const in_meeting = { meeting_day: '2026-01-05', decided_on: '' }
const decided = { meeting_day: today(), decided_on: today(), effective_on: today() } // not before the issue

const step = (name: string, action: string, role: string): Way => ({
  operation: 'takePlanStep',
  at: of('plans', name, '/steps'),
  body: () => ({ action, behalf: null, review: in_meeting, issued_on: null }),
  by: (by) => by.role === role,
})

// Without a chairperson who may act, the office hands in the paper of their meeting.
const decision: Way[] = [
  {
    operation: 'keepBehalfScan',
    at: once('/api/behalf/scans'),
    file: (text) => `%PDF-1.7\n${text('body')}\n%%EOF\n`,
    owners: () => of_committee,
    after: (world, answer) => world.keep('scans', 'scan', answer.id as string),
  },
  ...['decided', 'submitted', 'issued'].map((name) => ({
    operation: 'takePlanStep',
    at: of('plans', name, '/steps'),
    body: () => ({ action: 'submit', behalf: null, review: null, issued_on: null }),
    by: (by: Visitor) => by.role === 'office',
  })),
  ...['decided', 'issued'].flatMap((name) =>
    ['party_office', 'government_office', 'office'].map((role) => step(name, 'pass', role)),
  ),
  chairpersonIs('suspend'),
  {
    operation: 'takePlanStep',
    at: of('plans', 'decided', '/steps'),
    body: (world) => ({
      action: 'pass',
      review: in_meeting,
      issued_on: null,
      behalf: {
        organisation_id: world.id('organisations', 'committee'),
        scan_id: world.id('scans', 'scan'),
        paper_day: '2026-01-05',
      },
    }),
    by: (by) => by.role === 'office',
    after: async (world, _answer, _by, look) => {
      const [newest] = (await look('/api/behalf/acts'))!.items as Json[]
      world.keep('acts', 'paper', newest!.id as string)
    },
  },
  chairpersonIs('reinstate'),
  step('decided', 'approve', 'party_committee'),
  step('decided', 'send_back', 'party_committee'),
  step('issued', 'pass', 'chairperson'),
  step('issued', 'approve', 'party_committee'),
  {
    operation: 'takePlanStep',
    at: of('plans', 'issued', '/steps'),
    body: () => ({ action: 'issue', behalf: null, review: null, issued_on: null }),
    by: (by) => by.role === 'office',
  },
]

const changes = (world: World) => ({
  changes: [
    { kind: 'add', topic_id: null, title: null, topic: { kind: 'thematic' } },
    { kind: 'retitle', topic_id: world.id('topics', 'issued'), topic: null },
  ],
})
const proposal = (name: string): Way => ({
  operation: 'proposeAmendment',
  at: of('plans', 'issued', '/amendments'),
  body: changes,
  by: (by) => by.role === 'office',
  after: (world, answer) => world.keep('amendments', name, answer.id as string),
})

// One that the chairpersons decide on, one that is discarded, one that stays open.
const amending: Way[] = [
  proposal('carried_out'),
  proposal('discarded'),
  proposal('open'),
  {
    operation: 'rewriteAmendment',
    at: of('amendments', 'carried_out'),
    body: changes,
    by: (by) => by.role === 'office',
  },
  {
    operation: 'takeAmendmentStep',
    at: of('amendments', 'carried_out', '/steps'),
    body: () => ({ action: 'decide', behalf: null, decision: decided }),
    by: (by) => by.role === 'chairperson',
  },
  {
    operation: 'takeAmendmentStep',
    at: of('amendments', 'discarded', '/steps'),
    body: () => ({ action: 'discard', behalf: null, decision: null }),
    refuses: unless_office,
  },
]

export const ways_on_behalf: Way[] = [...told.map(ownOf), ...objections, ...decision, ...amending]
