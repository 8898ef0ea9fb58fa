// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The ways of plans, rosters and accounts; see canary_ways.ts.
import { registered } from './canary_behalf_ways'
import { plan_text } from './person'
import { passkey } from './canary_passkey'
import { bare, telephone, type Form } from './canary_marks'
import type { Template } from './canary_api'
import type { Visitor } from './canary_admission'
import {
  kept,
  of,
  once,
  unless_office,
  type Json,
  type Look,
  type Way,
  type World,
} from './canary_ways'

// The plan of the journeys, with marks in its words and in the title of a topic.
function plan(text: (field: string) => string): string {
  return plan_text
    .replace('结合本区实际', `结合本区实际${text('body')}`)
    .replace('推进老旧小区电梯加装', `推进老旧小区电梯加装${text('body')}`)
}

// As it is read, but for the words of its head and of its first topic.
async function correction(id: string, look: Look): Promise<Template> {
  const read = (await look(`/api/plan-documents/${id}/correction`))!.correction as Json
  const [first, ...others] = read.topics as Json[]
  const again = { ...first, title: undefined, period: undefined }
  const bodies = { responsible: [undefined], participating: [undefined] }
  const reasons = [...(read.reasons as string[]), undefined]
  const topics = [{ ...again, ...bodies }, ...others]
  return { ...read, title: undefined, committee: undefined, reasons, topics }
}

const document = (name: string, state: string): Way => ({
  operation: 'uploadPlanDocument',
  at: once('/api/plan-documents?again=true'),
  file: plan,
  state,
  after: kept('plan-documents', name),
})

const draft = (name: string, year = 2026): Way => ({
  operation: 'savePlanDraft',
  at: once('/api/plans'),
  body: () => ({
    year,
    topics: [{ number: 1, kind: 'thematic', month: null, line: 0 }],
  }),
  after: (world, answer) => {
    world.keep('plans', name, answer.id as string)
    world.keep('topics', name, (answer.topics as Json[])[0]!.id as string)
  },
})

const plans: Way[] = [
  document('planned', 'planned'),
  document('import', 'read'),
  document('discarded', 'discarded'),
  {
    operation: 'savePlanOfDocument',
    at: of('plan-documents', 'planned', '/plan?again=true'),
    after: kept('plans', 'read'),
  },
  {
    operation: 'takeImportStep',
    at: of('plan-documents', 'discarded', '/steps'),
    body: () => ({ action: 'discard' }),
    state: 'discarded',
  },
  {
    operation: 'keepCorrection',
    at: of('plan-documents', 'import', '/correction'),
    body: (world, _, look) => correction(world.id('plan-documents', 'import'), look),
    state: 'read',
  },
  draft('draft'),
  draft('edited'),
  draft('decided'),
  draft('submitted'),
  draft('issued', 2993), // of its year one is issued
  {
    operation: 'editPlan',
    at: of('plans', 'edited'),
    body: () => ({ year: 2026, sections: [{ heading: undefined, text: undefined }] }),
  },
  { operation: 'editTopic', at: of('topics', 'edited'), body: () => ({ month: null }) },
  {
    operation: 'addTopic',
    at: of('plans', 'draft', '/topics'),
    body: () => ({ kind: 'thematic', month: null, field: null, suggestion_id: null }),
    after: kept('topics', 'added'),
  },
  {
    operation: 'takeTopicStep',
    at: of('topics', 'added', '/steps'),
    body: () => ({ action: 'unlist' }),
  },
  {
    operation: 'takePlanStep',
    at: of('plans', 'edited', '/steps'),
    body: () => ({ action: 'discard', behalf: null, review: null, issued_on: null }),
    refuses: unless_office,
  },
]

// One person, whose cells are marked: those of `body` become the register's, others stay a file's.
const roster = (start: string) => (text: (field: string, form?: Form) => string) => {
  const cells = ['name', 'party', 'unit'].map((cell) => text(`${start}.${cell}`))
  const all = [...cells, text(`${start}.telephone`, telephone)]
  const quoted = all.map((cell) => `"${cell.replaceAll('"', '""')}"`)
  return ['姓名,党派,单位,手机', quoted.join(',')].join('\r\n')
}

const upload = (name: string): Way => ({
  operation: 'uploadRoster',
  at: once('/api/roster-imports'),
  file: roster(name === 'confirmed' ? 'body' : 'unread'),
  after: kept('roster-imports', name),
})

const rosters: Way[] = [
  upload('confirmed'),
  {
    operation: 'chooseRosterOptions',
    at: of('roster-imports', 'confirmed', '/options'),
    body: async (world, _, look) => {
      const id = world.id('roster-imports', 'confirmed')
      return (await look(`/api/roster-imports/${id}`))!.options
    },
  },
  {
    operation: 'confirmRoster',
    at: of('roster-imports', 'confirmed', '/confirmation'),
    body: () => ({ leave_out: false }),
  },
  upload('discarded'),
  ...['discard', 'restore', 'discard'].map((action) => ({
    operation: 'takeRosterStep',
    at: of('roster-imports', 'discarded', '/steps'),
    body: () => ({ action }),
  })),
  upload('open'),
  {
    operation: 'chooseRosterOptions',
    at: of('roster-imports', 'open', '/options'),
    body: async (world, _, look) => {
      const read = await look(`/api/roster-imports/${world.id('roster-imports', 'open')}`)
      const organisation_id = world.id('organisations', 'sector')
      return { ...(read!.options as Json), places: [{ field: 'sector', organisation_id }] }
    },
  },
  {
    operation: 'addRosterPlaces',
    at: of('roster-imports', 'open', '/places'),
    body: () => ({ places: [{ field: 'sector' }] }),
  },
  ...['confirmed', 'open'].map((name) => ({
    operation: 'rosterOriginal',
    at: of('roster-imports', name, '/original'),
  })),
  ...(['csv', 'xlsx'] as const).map((format) => ({
    operation: 'exportRoster',
    at: once('/api/roster-exports'),
    body: () => ({ term_number: null, format, contacts: true }),
    owners: () => registered, // each is told who looked at his contacts, and why
  })),
]

// A login of the demo has no password, so no passkey either.
const unless_real = (by: Visitor) => by.login !== 'wang'

const accounts: Way[] = [
  {
    operation: 'makeAccount',
    at: once('/api/accounts'),
    body: () => ({ login: bare }),
    after: kept('accounts', 'account'),
  },
  {
    operation: 'makeAccount',
    at: once('/api/accounts'),
    body: async (world, _, look) => {
      const person_id = world.id('people', 'edited')
      return { login: bare, name: (await look(`/api/people/${person_id}`))!.name, person_id }
    },
  },
  ...['kept', 'named'].map((name) => ({
    operation: 'addPasskey',
    at: once('/api/account/passkeys'),
    body: async (_world: World, _by: Visitor, look: Look) =>
      passkey(await look('/api/account/passkeys/begin', 'POST')),
    owners: (_: World, by: Visitor) => [by.login],
    refuses: unless_real,
    after: kept('passkeys', name),
  })),
  {
    operation: 'namePasskey',
    at: (world) => `/api/account/passkeys/${world.id('passkeys', 'named')}`,
    owners: (_, by) => [by.login],
    refuses: unless_real,
  },
  {
    operation: 'signIn',
    at: once('/api/session'),
    body: () => ({ password: 'not-the-password-of-anybody' }),
    by: (by) => by.login === 'anonymous',
    refuses: () => true,
  },
  {
    operation: 'signInAsDemo',
    at: once('/api/demo/session'),
    by: (by) => by.login === 'anonymous',
    refuses: () => true,
  },
]

export const more_ways: Way[] = [...plans, ...rosters, ...accounts]
