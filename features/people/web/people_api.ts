// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { addressOf } from '@/api/address'
import { answer, client, ifMatch, keyed, type Schema } from '@/api/client'

export type PersonLine = Schema['RegisteredPersonLine']
export type PersonPage = Schema['PageOfRegisteredPersonLine']
export type PersonView = Schema['RegisteredPersonView']
export type PersonWords = Schema['PersonWords']
export type PersonChange = Schema['PersonChange']
export type MembershipView = Schema['MembershipView']
export type MembershipState = MembershipView['state']
export type MembershipAction = Schema['MembershipStepRequest']['action']
export type MembershipStepView = Schema['MembershipStepView']
export type ContactOffer = Schema['ContactOffer']
export type ContactName = ContactOffer['contact']
export type MembershipPlace = Schema['MembershipPlace']
export type PastChange = Schema['PastChange']

export const people_orders = ['strokes', 'pinyin', 'sector'] as const
export const people_states = [
  'active',
  'elected',
  'invited',
  'suspended',
  'former',
  'served',
  'none',
] as const

export interface PeopleFilter {
  q?: string
  term_id?: string
  on?: string
  state?: (typeof people_states)[number]
  sector_id?: string
  group_id?: string
  organisation_id?: string
  sort?: (typeof people_orders)[number]
}

export function fetchPeople(filter: PeopleFilter, after?: string): Promise<PersonPage> {
  return answer(client.GET('/api/people', { params: { query: { ...filter, after, size: 50 } } }))
}

export const peopleExportAddress = (filter: PeopleFilter): string =>
  addressOf('/api/people/export', filter)

export function fetchPerson(id: string): Promise<PersonView> {
  return answer(client.GET('/api/people/{id}', { params: { path: { id } } }))
}

// Refused with people.namesake when somebody of this name is in the register; unless `again`.
export function makePerson(body: PersonWords, again: boolean, key: string): Promise<PersonView> {
  const query = again ? { again } : {}
  return answer(client.POST('/api/people', { body, params: { query, header: keyed(key) } }))
}

export function editPerson(
  id: string,
  version: number,
  { body, again }: { body: PersonChange; again: boolean },
  key: string,
): Promise<PersonView> {
  const header = { ...keyed(key), ...ifMatch(version) }
  const query = again ? { again } : {}
  return answer(client.PATCH('/api/people/{id}', { body, params: { path: { id }, query, header } }))
}

export async function fetchPersonHistory(id: string): Promise<PastChange[]> {
  return (await answer(client.GET('/api/people/{id}/history', { params: { path: { id } } }))).items
}

export function inviteMember(body: Schema['InvitationBody'], key: string): Promise<MembershipView> {
  return answer(client.POST('/api/memberships', { body, params: { header: keyed(key) } }))
}

export function takeMembershipStep(
  id: string,
  version: number,
  body: Schema['MembershipStepRequest'],
  key: string,
): Promise<MembershipView> {
  const header = { ...keyed(key), ...ifMatch(version) }
  return answer(
    client.POST('/api/memberships/{id}/steps', { body, params: { path: { id }, header } }),
  )
}

export function moveMember(
  id: string,
  version: number,
  body: Schema['MoveBody'],
  key: string,
): Promise<MembershipView> {
  const header = { ...keyed(key), ...ifMatch(version) }
  return answer(
    client.POST('/api/memberships/{id}/place', { body, params: { path: { id }, header } }),
  )
}

export async function fetchMembershipSteps(id: string): Promise<MembershipStepView[]> {
  return (await answer(client.GET('/api/memberships/{id}/steps', { params: { path: { id } } })))
    .items
}

export function lookAtContact(
  id: string,
  contact: ContactName,
  reason: string,
  key: string,
): Promise<Schema['ContactView']> {
  return answer(
    client.POST('/api/people/{id}/contacts/{contact}/looks', {
      body: { reason },
      params: { path: { id, contact }, header: keyed(key) },
    }),
  )
}

export async function setContact(
  id: string,
  contact: ContactName,
  { value, seen }: { value: string; seen: number }, // its version; 0: none was kept
  key: string,
): Promise<void> {
  const header = { ...keyed(key), ...ifMatch(seen) }
  await answer(
    client.PUT('/api/people/{id}/contacts/{contact}', {
      body: { value },
      params: { path: { id, contact }, header },
    }),
  )
}

export type ContactsErased = Schema['ContactsErased']

export function eraseContact(
  id: string,
  contact: ContactName,
  key: string,
): Promise<ContactsErased> {
  return answer(
    client.DELETE('/api/people/{id}/contacts/{contact}', {
      params: { path: { id, contact }, header: keyed(key) },
    }),
  )
}
