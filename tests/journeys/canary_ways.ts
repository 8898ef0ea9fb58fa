// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// How each operation that takes free text is asked, in an order in which each finds what it needs.
// The journey fails by the name of an operation or a field that is missing here.
import type { Template } from './canary_api'
import type { Visitor } from './canary_admission'
import { bare, email, identity_number, telephone, type Form } from './canary_marks'

// Free text by its type, but not in what the house takes; by operation and field.
const days = 'a day'
const a_part = 'names a part of the text that was sent'
const a_question = 'asked about while it is typed, never kept'
const secret = 'a secret of the server’s or of a device’s making, never kept'
const first_start = 'asked once, before anybody is there: the names are those of makeAccount'
const an_account = 'names an account that is there'
const no_provider = 'the house has no provider: oidc_journey.ts'
const one_way = 'a word in the one way of writing that its setting has'
export const left_out: Record<string, string> = {
  'makeOrganisation.valid.from': days,
  'makeOrganisation.valid.until': days,
  'editOrganisation.valid.from': days,
  'editOrganisation.valid.until': days,
  'closeOrganisation.last_day': days,
  'registerPerson.birth_month': days,
  'editRegisteredPerson.birth_month': days,
  'beginTenure.from': days,
  'beginTenure.until': days,
  'correctTenure.from': days,
  'correctTenure.until': days,
  'endTenure.last_day': days,
  'inviteMember.day': days,
  'takeMembershipStep.day': days,
  'moveMember.day': days,
  'makeTerm.period.from': days,
  'makeTerm.period.until': days,
  'reElect.period.from': days,
  'reElect.period.until': days,
  'takePlanStep.behalf.paper_day': days,
  'takePlanStep.review.meeting_day': days,
  'takePlanStep.review.decided_on': days,
  'takePlanStep.issued_on': days,
  'takeAmendmentStep.decision.meeting_day': days,
  'takeAmendmentStep.decision.decided_on': days,
  'takeAmendmentStep.decision.effective_on': days,
  'takeAmendmentStep.behalf.paper_day': days,
  'makeCall.opens_on': days,
  'makeCall.closes_on': days,
  'editCall.opens_on': days,
  'editCall.closes_on': days,
  'takeCallStep.closes_on': days,
  'enterPaperSuggestion.paper_day': days,
  'makeRound.closes_on': days,
  'editRound.closes_on': days,
  'decideShortlist.decided_on': days,
  'sendDraftForOpinions.closes_on': days,
  'takeOpinionRequestStep.closes_on': days,
  'enterPaperOpinion.paper_day': days,
  'sayDraftOpinion.part': a_part,
  'enterPaperOpinion.part': a_part,
  'rewriteDraftOpinion.part': a_part,
  'makeScoringRound.closes_on': days,
  'editScoringRound.closes_on': days,
  'editScoringRound.reviewers[]': an_account,
  'takeScoringStep.closes_on': days,
  'findPublicAnswer.answer_code': secret,
  'findSimilarPublicly.text': a_question,
  'addPasskey.client_data': secret,
  'addPasskey.authenticator_data': secret,
  'signInByPasskey.credential_id': secret,
  'signInByPasskey.client_data': secret,
  'signInByPasskey.authenticator_data': secret,
  'signInByPasskey.signature': secret,
  'useAccountLink.code': secret,
  'confirmSecondFactor.code': secret,
  'takeSecondStep.code': secret,
  'proveAgain.code': secret,
  'proveAgain.passkey.credential_id': secret,
  'proveAgain.passkey.client_data': secret,
  'proveAgain.passkey.authenticator_data': secret,
  'proveAgain.passkey.signature': secret,
  'lookAtSetupLink.token': secret,
  'visitCorrection.window_id': secret,
  'setUp.token': secret,
  'setUp.system_administrator.login': first_start,
  'setUp.system_administrator.name': first_start,
  'setUp.security_administrator.login': first_start,
  'setUp.security_administrator.name': first_start,
  'setUp.auditor.login': first_start,
  'setUp.auditor.name': first_start,
  'makeOidcLink.login': an_account,
  'unlinkOidc.login': an_account,
  'beginOidc.back': no_provider,
  'beginOidc.link': no_provider,
  'setSetting.value.text': one_way,
  'setSetting.value.items[].id': one_way,
  'importCalendar.years[].days[].day': days,
  'addTopic.suggestion_id': 'names a suggestion that is there',
}

// What was made: kind → name → id. Objects of a kind are what the API calls /api/<kind>/{id}.
export class World {
  private readonly made: Record<string, Record<string, string>> = {}

  keep(kind: string, name: string, id: string): void {
    this.made[kind] = { ...this.made[kind], [name]: id }
  }
  id(kind: string, name: string): string {
    const found = this.made[kind]?.[name]
    if (!found) throw new Error(`no ${name} of ${kind} was made`)
    return found
  }
  // All of a kind, or the one of that name, if there is one.
  ids(kind: string, name?: string): string[] {
    const all = this.made[kind] ?? {}
    return name === undefined ? Object.values(all) : [all[name] ?? []].flat()
  }
}

export type Json = Record<string, unknown>

// What the visitor gets from there; undefined when it is refused.
export type Look = (path: string, method?: 'GET' | 'POST') => Promise<Json | undefined>

export interface Way {
  operation: string
  at: (world: World, by: Visitor, look: Look) => string | Promise<string>
  body?: (world: World, by: Visitor, look: Look) => Template | Promise<Template>
  file?: (text: (field: string, form?: Form) => string) => string
  owners?: (world: World, by: Visitor) => string[] // logins
  of_convenor?: boolean // of whom sits in the sector of the demo's convenor
  scored_by?: string[] // logins of those in whose ballot it stands
  state?: string
  version?: string // without it the one that is there
  by?: (visitor: Visitor) => boolean // without it whoever a row of the policy names
  refuses?: (visitor: Visitor) => boolean // by a rule beyond the policy
  after?: (world: World, answer: Json, by: Visitor, look: Look) => void | Promise<void>
}

const is_office = (by: Visitor) => by.role === 'office'
const unless_office = (by: Visitor) => !is_office(by)
const once = (path: string) => () => path
const of =
  (kind: string, name: string, rest = '') =>
  (world: World) =>
    `/api/${kind}/${world.id(kind, name)}${rest}`
const kept = (kind: string, name: string) => (world: World, answer: Json) =>
  world.keep(kind, name, answer.id as string)
const always = { from: '2012-01-01', until: null }

function body(name: string, kind: string): Way {
  return {
    operation: 'makeOrganisation',
    at: once('/api/organisations'),
    body: (world) => ({
      kind,
      parent_id: world.id('organisations', 'committee'),
      code: bare,
      valid: always,
    }),
    after: kept('organisations', name),
  }
}

const bodies: Way[] = [
  body('sector', 'sector'),
  body('department', 'department'),
  body('edited', 'department'),
  body('closing', 'department'),
  {
    operation: 'editOrganisation',
    at: of('organisations', 'edited'),
    body: (world) => ({
      kind: 'department',
      parent_id: world.id('organisations', 'committee'),
      code: bare,
      valid: always,
    }),
  },
  {
    operation: 'closeOrganisation',
    at: of('organisations', 'closing', '/closing'),
    body: () => ({ last_day: '2020-12-31' }),
  },
  ...['post', 'edited'].map((name) => ({
    operation: 'makePost',
    at: of('organisations', 'department', '/posts'),
    body: () => ({ single_seat: false, term_bound: false }),
    after: kept('posts', name),
  })),
  {
    operation: 'editPost',
    at: of('posts', 'edited'),
    body: () => ({ single_seat: false, term_bound: false }),
  },
]

const words = () => ({ sex: 'female', birth_month: '1971-04' })

const persons: Way[] = [
  ...['person', 'edited'].map((name) => ({
    operation: 'registerPerson',
    at: once('/api/people'),
    body: words,
    of_convenor: name === 'person',
    after: kept('people', name),
  })),
  { operation: 'editRegisteredPerson', at: of('people', 'edited'), body: words },
  {
    operation: 'beginTenure',
    at: of('posts', 'post', '/tenures'),
    body: (world) => ({ person_id: world.id('people', 'person'), from: '2022-03-01', until: null }),
    after: (world, answer) =>
      world.keep('tenures', 'tenure', (answer.tenures as Json[])[0]!.tenure_id as string),
  },
  {
    operation: 'correctTenure',
    at: of('tenures', 'tenure'),
    body: () => ({ from: '2022-02-01', until: null }),
  },
  {
    operation: 'beginTenure',
    at: of('posts', 'post', '/tenures'),
    body: (world) => ({ person_id: world.id('people', 'edited'), from: '2022-03-01', until: null }),
    after: (world, answer) => {
      const of_edited = (one: Json) => one.person_id === world.id('people', 'edited')
      const made = (answer.tenures as Json[]).find(of_edited)!
      world.keep('tenures', 'mistaken', made.tenure_id as string)
    },
  },
  { operation: 'withdrawTenure', at: of('tenures', 'mistaken', '/withdrawal') },
  {
    operation: 'inviteMember',
    at: once('/api/memberships'),
    body: (world) => ({
      term_id: world.id('terms', 'running'),
      person_id: world.id('people', 'person'),
      sector_id: world.id('organisations', 'sector'),
      group_id: null,
      day: null,
    }),
    after: kept('memberships', 'membership'),
  },
  {
    operation: 'takeMembershipStep',
    at: of('memberships', 'membership', '/steps'),
    body: () => ({ action: 'confirm', day: null }),
  },
  {
    operation: 'moveMember',
    at: of('memberships', 'membership', '/place'),
    body: (world) => ({
      sector_id: world.id('organisations', 'sector_of_convenor'),
      group_id: null,
      day: null,
    }),
  },
]

const own_or = (name: string, rest: string) => (world: World, by: Visitor) =>
  `/api/people/${is_office(by) ? world.id('people', name) : by.id}${rest}`
const in_register = (by: Visitor) => by.login !== 'wang'
const owners = (_: World, by: Visitor) => (is_office(by) ? [] : [by.login])

const contacts: Way[] = [
  ...Object.entries({ telephone, email }).map(([name, form]) => ({
    operation: 'keepContact',
    at: own_or('person', `/contacts/${name}`),
    body: () => ({ value: form }),
    owners,
    state: name,
    refuses: (by: Visitor) => !in_register(by),
  })),
  {
    operation: 'keepContact',
    at: own_or('person', '/contacts/identity_number'),
    body: () => ({ value: identity_number }),
    by: is_office,
    state: 'identity_number',
  },
  {
    operation: 'lookAtContact',
    at: own_or('person', '/contacts/telephone/looks'),
    owners,
    refuses: (by) => !in_register(by),
  },
]

export { kept, of, once, unless_office }
export const ways_of_the_register: Way[] = [...bodies, ...persons, ...contacts]
