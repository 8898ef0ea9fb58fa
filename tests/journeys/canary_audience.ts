// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Who may see what was written, by the declared policies: where each field is read again, and the
// rows of x-authz that show it there.
import { admits, type Visitor } from './canary_admission'
import { operation, seen_fields } from './canary_api'
import { of_choosing } from './canary_audience_of_choosing'
import { read, type Audience, type Reading } from './canary_audiences'
import type { Mark } from './canary_marks'

const nobody = read() // the record alone
// Who looked at a contact stands in no history without contacts.
const look: Audience = { readings: ['personHistory items[].reason'], views: ['all', 'own'] }

const names = read(
  'listPeople items[].name',
  'findRegisteredPerson name',
  'listActs items[].object_name',
  'listBehalfActs items[].for_name',
)
const person = {
  name: names,
  'former_names[]': read('findRegisteredPerson former_names'),
  ...Object.fromEntries(
    ['ethnic_group', 'party', 'education', 'unit', 'job'].map((field) => [
      field,
      read(`findRegisteredPerson ${field}`),
    ]),
  ),
}
const contact: Audience = {
  readings: ['lookAtContact value', 'exportRoster file', 'rosterOriginal file'],
  only_there: true,
}
const cells = {
  ...Object.fromEntries(['name', 'party', 'unit'].map((field) => [field, person[field as 'name']])),
  telephone: contact,
}
const organisation = {
  // the auditor reads the names of what was done something to
  name: read('listOrganisations items[].name', 'listActs items[].object_name'),
  short_name: read('listOrganisations items[].short_name'),
  code: read('listOrganisations items[].code'),
}
const post = {
  title: read(
    'listPosts items[].title',
    'findRegisteredPerson tenures[].title',
    'listActs items[].object_name',
  ),
}
const membership_reason = {
  reason: read('membershipHistory items[].reason', 'personHistory items[].reason'),
}
const topic = Object.fromEntries(
  ['title', 'period', 'responsible', 'participating'].map((field) => [
    field,
    read(`findTopic ${field}`),
  ]),
)
// Once it is decided, its words are the topics', and its reason that of their steps.
const amendment = Object.fromEntries(
  ['reason', 'changes[].reason', 'changes[].title']
    .concat(['title', 'period'].map((field) => `changes[].topic.${field}`))
    .concat(['responsible[]', 'participating[]'].map((field) => `changes[].topic.${field}`))
    .map((field) => [field, read('findAmendment reason')]),
)
const calendar = {
  name: read('findCalendarYear days[].name'),
  reason: read('findCalendarYear history[].reason'),
}
const call = { title: read('findCall title'), guidance: read('findCall guidance') }
const suggestion = {
  title: read('findSuggestion title', 'findBallot items[].title'),
  ...Object.fromEntries(
    ['problem', 'reason', 'serves'].map((field) => [
      field,
      read(
        `findSuggestion details.${field}`,
        'exportSuggestions file',
        `findBallot items[].${field}`,
      ),
    ]),
  ),
  'departments[]': read('findSuggestion details.departments', 'findBallot items[].departments'),
}
const proposer = read('findSuggestion details.proposer')
const plan = { title: read('findPlan title'), committee: read('findPlan committee') }

const all: Record<string, Record<string, Audience>> = {
  'user add': {
    name: read('accounts items[].name', 'session person.name', 'listActs items[].by_name'),
  },
  makeAccount: {
    login: read('accounts items[].login', 'listPeople items[].login'),
    name: read(
      'accounts items[].name',
      'listScoringCandidates items[].name',
      'listActs items[].object_name',
      'session person.name', // one's own
    ),
  },
  signIn: { login: nobody, 'User-Agent': read('ownAccount sessions[].browser') },
  signInAsDemo: { login: nobody, 'User-Agent': read('ownAccount sessions[].browser') },
  addPasskey: { name: read('ownPasskeys [].name') },
  namePasskey: { name: read('ownPasskeys [].name') },
  registerPerson: person,
  editRegisteredPerson: person,
  keepContact: { value: contact },
  lookAtContact: { reason: look },
  inviteMember: membership_reason,
  takeMembershipStep: membership_reason,
  moveMember: membership_reason,
  makeOrganisation: organisation,
  editOrganisation: organisation,
  closeOrganisation: { reason: nobody },
  makePost: post,
  editPost: post,
  correctTenure: { reason: read('personHistory items[].reason') },
  withdrawTenure: { reason: read('findPost withdrawn[].reason', 'personHistory items[].reason') },
  uploadRoster: {
    body: read('rosterRows items[].name'),
    'X-File-Name': read('listRosters items[].file_name', 'listBehalfActs items[].about'),
    ...Object.fromEntries(Object.entries(cells).map(([field, who]) => [`body.${field}`, who])),
    ...Object.fromEntries(
      ['name', 'party', 'unit'].map((field) => [
        `unread.${field}`,
        read('rosterRows items[].name'),
      ]),
    ),
    'unread.telephone': contact,
  },
  chooseRosterOptions: { 'places[].words': read('findRoster options.places') },
  addRosterPlaces: {
    'places[].words[]': read('findRoster options.places'),
    'places[].name': organisation.name,
  },
  takeRosterStep: { reason: read('rosterHistory items') },
  rosterOriginal: { reason: nobody },
  exportRoster: { reason: look },
  uploadPlanDocument: {
    body: read('findPlanDocument lines[].text', 'downloadPlanDocument file'),
    'X-File-Name': read('findPlanDocument file_name', 'listImports items[].file_name'),
  },
  keepCorrection: Object.fromEntries(
    ['title', 'committee', 'reasons[]', 'topics[].title', 'topics[].period']
      .concat('topics[].responsible[]', 'topics[].participating[]')
      .map((field) => [field, read('findCorrection correction.title')]),
  ),
  takeImportStep: { reason: read('importHistory items[].reason') },
  savePlanDraft: {
    ...plan,
    'topics[].title': topic.title!,
    'topics[].period': topic.period!,
    'topics[].responsible[]': topic.responsible!,
    'topics[].participating[]': topic.participating!,
  },
  editPlan: {
    ...plan,
    'sections[].heading': read('findPlan sections[].heading'),
    'sections[].text': read('findPlan sections[].text'),
  },
  // the form of the public shows it to whoever has its code
  makeCall: {
    title: read('findCall title', 'findPublicCall title'),
    guidance: read('findCall guidance', 'findPublicCall guidance'),
  },
  editCall: call,
  takeCallStep: { reason: read('findCall steps[].reason') },
  suggestTopic: suggestion,
  editSuggestion: suggestion,
  enterPaperSuggestion: { ...suggestion, for_name: proposer, for_body: proposer },
  suggestPublicly: {
    ...suggestion,
    name: proposer,
    contact: { readings: ['lookAtSuggestionContact contact'], only_there: true },
  },
  takeSuggestionStep: {
    reason: read('findSuggestion reply'),
    passed_to: read('findSuggestion passed_to'),
  },
  commentOnSuggestion: {
    words: { readings: ['findSuggestion details.comments'], views: ['all'] },
  },
  askToMergeSuggestion: { reason: read('findSuggestion details.merges[].reason') },
  answerMerge: { words: read('findSuggestion details.merges[].consents') },
  lookAtSuggestionContact: { reason: nobody },
  ...of_choosing,
  takeBehalfStep: { words: read('findBehalfAct steps[].words') },
  keepBehalfScan: {
    body: read('downloadBehalfScan file'),
    'X-File-Name': read('findBehalfAct scan'),
  },
  takePlanStep: {
    reason: read('planHistory items[].reason'),
    'review.meeting': read('planHistory items[].reason'),
    'review.papers': read('planHistory items[].reason'),
  },
  proposeAmendment: amendment,
  rewriteAmendment: amendment,
  takeAmendmentStep: {
    reason: read('findAmendment steps[].reason'),
    'decision.meeting': read('findAmendment reason'),
  },
  setSetting: {
    'value.items[].name': read('listSettings items[].shown'),
    'value.items[].name_en': read('listSettings items[].shown'),
    reason: read('findSettingHistory items[].reason'),
  },
  resetSetting: { reason: read('findSettingHistory items[].reason') },
  markCalendarDay: calendar,
  completeCalendarYear: { reason: calendar.reason },
  previewCalendar: { body: nobody, 'X-File-Name': nobody },
  importCalendar: {
    'years[].days[].name': calendar.name,
    'years[].days[].name_en': calendar.name,
    reason: calendar.reason,
  },
  addTopic: {
    title: topic.title!,
    period: topic.period!,
    'responsible[]': topic.responsible!,
    'participating[]': topic.participating!,
    reason: topic.title!, // of its steps, which stand beside it
  },
  takeTopicStep: { reason: topic.title! },
  editTopic: {
    title: topic.title!,
    period: topic.period!,
    'responsible[]': topic.responsible!,
    'participating[]': topic.participating!,
  },
}

export function audienceOf(name: string, field: string): Audience | undefined {
  return all[name]?.[field]
}

// What is scored is seen by those who score it, in the open round of theirs.
function inBallot(mark: Mark, visitor: Visitor): Mark {
  return mark.scored_by?.includes(visitor.login)
    ? { ...mark, owners: mark.scored_by, state: 'open' }
    : mark
}

function relationTo(mark: Mark, visitor: Visitor): string {
  if (mark.owners.includes(visitor.login)) return 'own'
  return mark.of_convenor && visitor.login === 'convenor' ? 'same_body' : 'other_body'
}

function shows(reading: Reading, of: Mark, visitor: Visitor, views?: string[]): boolean {
  const [name, field] = reading.split(' ') as [string, string]
  const mark = name === 'findBallot' ? inBallot(of, visitor) : of
  const relation = relationTo(mark, visitor)
  const row = operation(name).rows.find(
    (one) =>
      admits(one, visitor) &&
      (!one.relations || one.relations.includes(relation)) &&
      (!one.states || one.states.includes(mark.state)),
  )
  if (!row || (views && !views.includes(row.view ?? 'all'))) return false
  // What is one's own account's is shown to nobody else, whoever may ask for his own.
  const personal = operation(name).rows.every(({ roles }) => roles.includes('any account'))
  if (personal && relation !== 'own') return false
  return field === 'file' || seen_fields.get(`${name} ${row.view ?? 'all'}`)?.has(field) === true
}

// Whether the visitor may be sent the mark in an answer of the operation ('': in any).
export function maySee(visitor: Visitor, mark: Mark, name: string): boolean {
  const audience = audienceOf(mark.operation, mark.field)
  if (!audience || !mark.kept) return false
  if (name && !operation(name).rows.some((row) => admits(row, visitor))) return false
  return audience.readings.some(
    (reading) =>
      (!audience.only_there || name === '' || reading.startsWith(`${name} `)) &&
      shows(reading, mark, visitor, audience.views),
  )
}
