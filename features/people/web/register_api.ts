// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { addressOf } from '@/api/address'
import { answer, client, ifMatch, keyed, type Schema } from '@/api/client'

export type Organisation = Schema['OrganisationLine']
export type OrganisationView = Schema['OrganisationView']
export type OrganisationWords = Schema['OrganisationWords']
export type OrganisationKind = Organisation['kind']
export type Post = Schema['PostLine']
export type PostView = Schema['PostView']
export type PostChange = Schema['PostChange']
export type OrganisationChange = Schema['OrganisationChange']
export type Term = Schema['TermView']
export type TermList = Schema['TermList']
export type ReElectionPreview = Schema['ReElectionPreview']
export type ReElectionDone = Schema['ReElectionView']
export type ReElectionMember = ReElectionPreview['members'][number]

export const organisation_sorts = ['kind', 'name', 'code'] as const

export interface OrganisationFilter {
  q?: string
  kind?: OrganisationKind
  standing?: boolean // today
  sort?: (typeof organisation_sorts)[number]
}

export async function fetchOrganisations(filter: OrganisationFilter = {}): Promise<Organisation[]> {
  return (await answer(client.GET('/api/organisations', { params: { query: filter } }))).items
}

export const organisationsAddress = (filter: OrganisationFilter): string =>
  addressOf('/api/organisations/export', filter)

export const postsAddress = (id: string, on: string): string =>
  addressOf(`/api/organisations/${id}/posts/export`, { on })

export const terms_address = '/api/terms/export'

export function fetchOrganisation(id: string): Promise<OrganisationView> {
  return answer(client.GET('/api/organisations/{id}', { params: { path: { id } } }))
}

export function makeOrganisation(body: OrganisationWords, key: string): Promise<OrganisationView> {
  return answer(client.POST('/api/organisations', { body, params: { header: keyed(key) } }))
}

// One that nobody has, made of the name's initials.
export async function proposeCode(name: string, kind: OrganisationKind): Promise<string> {
  const query = { name, kind }
  return (await answer(client.GET('/api/organisations/code', { params: { query } }))).code
}

export function editOrganisation(
  id: string,
  version: number,
  body: OrganisationChange,
  key: string,
): Promise<OrganisationView> {
  const header = { ...keyed(key), ...ifMatch(version) }
  return answer(client.PATCH('/api/organisations/{id}', { body, params: { path: { id }, header } }))
}

export function closeOrganisation(
  id: string,
  version: number,
  body: Schema['ClosingBody'],
  key: string,
): Promise<OrganisationView> {
  const header = { ...keyed(key), ...ifMatch(version) }
  return answer(
    client.POST('/api/organisations/{id}/closing', { body, params: { path: { id }, header } }),
  )
}

// The posts of an organisation with those who held them on a day.
export async function fetchPosts(id: string, on: string): Promise<Post[]> {
  return (
    await answer(
      client.GET('/api/organisations/{id}/posts', { params: { path: { id }, query: { on } } }),
    )
  ).items
}

export function addPost(
  id: string,
  body: Schema['NewPostBody'],
  key: string,
): Promise<Schema['PostView']> {
  return answer(
    client.POST('/api/organisations/{id}/posts', {
      body,
      params: { path: { id }, header: keyed(key) },
    }),
  )
}

export function fetchPost(id: string): Promise<PostView> {
  return answer(client.GET('/api/posts/{id}', { params: { path: { id } } }))
}

export function editPost(
  id: string,
  version: number,
  body: PostChange,
  key: string,
): Promise<PostView> {
  const header = { ...keyed(key), ...ifMatch(version) }
  return answer(client.PATCH('/api/posts/{id}', { body, params: { path: { id }, header } }))
}

export async function beginTenure(
  post: string,
  body: Schema['NewTenureBody'],
  key: string,
): Promise<true> {
  await answer(
    client.POST('/api/posts/{id}/tenures', {
      body,
      params: { path: { id: post }, header: keyed(key) },
    }),
  )
  return true
}

export async function endTenure(
  id: string,
  version: number,
  last_day: string,
  key: string,
): Promise<true> {
  const header = { ...keyed(key), ...ifMatch(version) }
  const body = { last_day }
  await answer(client.POST('/api/tenures/{id}/end', { body, params: { path: { id }, header } }))
  return true
}

export async function correctTenure(
  id: string,
  version: number,
  body: Schema['TenureChange'],
  key: string,
): Promise<true> {
  const header = { ...keyed(key), ...ifMatch(version) }
  await answer(client.PATCH('/api/tenures/{id}', { body, params: { path: { id }, header } }))
  return true
}

export async function withdrawTenure(
  id: string,
  version: number,
  reason: string,
  key: string,
): Promise<true> {
  const header = { ...keyed(key), ...ifMatch(version) }
  const body = { reason }
  await answer(
    client.POST('/api/tenures/{id}/withdrawal', { body, params: { path: { id }, header } }),
  )
  return true
}

export function fetchTerms(): Promise<TermList> {
  return answer(client.GET('/api/terms'))
}

export function addTerm(body: Schema['NewTermBody'], key: string): Promise<Term> {
  return answer(client.POST('/api/terms', { body, params: { header: keyed(key) } }))
}

export function previewReElection(from: string): Promise<ReElectionPreview> {
  return answer(client.GET('/api/terms/re-election', { params: { query: { from } } }))
}

export function reElect(body: Schema['ReElectionBody'], key: string): Promise<ReElectionDone> {
  return answer(client.POST('/api/terms/re-election', { body, params: { header: keyed(key) } }))
}
