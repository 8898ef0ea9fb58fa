// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { addressOf } from '@/api/address'
import { answer, client, ifMatch, keyed, type Schema } from '@/api/client'
import { newKey } from '@/api/idempotency'

export type CallView = Schema['CallView']
export type CallWords = Schema['CallWords']
export type CallStepRequest = Schema['CallStepRequest']
export type Constituency = CallWords['constituencies'][number]
export type SuggestionLine = Schema['SuggestionLine']
export type SuggestionView = Schema['SuggestionView']
export type SuggestionDetails = Schema['SuggestionDetails']
export type SuggestionStep = Schema['SuggestionStepRequest']
export type SuggestionWords = Schema['SuggestionWordsInput']
export type AnsweredSuggestion = Schema['AnsweredSuggestion']
export type MergeView = Schema['MergeView']
export type Similar = Schema['SimilarSuggestion']
export type PaperReceipt = Schema['PaperReceipt']

export const constituencies = [
  'departments',
  'parties_and_groups',
  'sectors',
  'members',
  'sub_districts',
  'public_',
] as const
export const topic_fields = ['economy', 'politics', 'culture', 'society', 'ecology'] as const
export const topic_kinds = [
  'plenary',
  'standing_committee',
  'chairpersons',
  'thematic',
  'supervision',
  'biweekly',
  'counterpart',
  'sector',
  'proposal_handling',
  'room',
  'inspection',
  'other',
] as const
export const pool_states = [
  'suggested',
  'screened',
  'merged',
  'reserved',
  'passed_on',
  'rejected',
  'withdrawn',
  'shortlisted',
] as const
export const pool_sorts = ['newest', 'oldest', 'touched'] as const

export interface PoolFilter {
  call?: string
  state?: (typeof pool_states)[number]
  constituency?: Constituency
  field?: (typeof topic_fields)[number]
  q?: string
  sort?: (typeof pool_sorts)[number]
}

export async function fetchCalls(): Promise<CallView[]> {
  return (await answer(client.GET('/api/calls'))).items
}

export function fetchCall(id: string): Promise<CallView> {
  return answer(client.GET('/api/calls/{id}', { params: { path: { id } } }))
}

export function makeCall(body: CallWords, key: string): Promise<CallView> {
  return answer(client.POST('/api/calls', { body, params: { header: keyed(key) } }))
}

export function editCall(
  id: string,
  version: number,
  body: CallWords,
  key: string,
): Promise<CallView> {
  const header = { ...keyed(key), ...ifMatch(version) }
  return answer(client.PATCH('/api/calls/{id}', { body, params: { path: { id }, header } }))
}

export function takeCallStep(
  id: string,
  version: number,
  body: CallStepRequest,
  key: string,
): Promise<CallView> {
  const header = { ...keyed(key), ...ifMatch(version) }
  return answer(client.POST('/api/calls/{id}/steps', { body, params: { path: { id }, header } }))
}

export function fetchAnswers(call: string, after?: string) {
  return answer(
    client.GET('/api/calls/{id}/answers', {
      params: { path: { id: call }, query: { after, size: 30 } },
    }),
  )
}

export function suggest(call: string, body: Schema['NewSuggestion'], key: string) {
  return answer(
    client.POST('/api/calls/{id}/suggestions', {
      body,
      params: { path: { id: call }, header: keyed(key) },
    }),
  )
}

export function enterPaper(call: string, body: Schema['PaperSuggestion'], key: string) {
  return answer(
    client.POST('/api/calls/{id}/papers', {
      body,
      params: { path: { id: call }, header: keyed(key) },
    }),
  )
}

export function fetchPool(filter: PoolFilter, after?: string) {
  return answer(
    client.GET('/api/suggestions', { params: { query: { ...filter, after, size: 50 } } }),
  )
}

export const poolAddress = (filter: PoolFilter): string =>
  addressOf('/api/suggestions/export', filter)

export function fetchOwn(after?: string) {
  return answer(
    client.GET('/api/suggestions/own', { params: { query: { after, size: 30, sort: 'newest' } } }),
  )
}

export async function fetchSimilar(query: { text?: string; but?: string }): Promise<Similar[]> {
  return (await answer(client.GET('/api/suggestions/similar', { params: { query } }))).items
}

export function fetchSuggestion(id: string): Promise<SuggestionView> {
  return answer(client.GET('/api/suggestions/{id}', { params: { path: { id } } }))
}

export function editSuggestion(
  id: string,
  version: number,
  body: SuggestionWords,
  key: string,
): Promise<SuggestionView> {
  const header = { ...keyed(key), ...ifMatch(version) }
  return answer(client.PATCH('/api/suggestions/{id}', { body, params: { path: { id }, header } }))
}

export function takeSuggestionStep(
  id: string,
  version: number,
  body: SuggestionStep,
  key: string,
): Promise<SuggestionView> {
  const header = { ...keyed(key), ...ifMatch(version) }
  return answer(
    client.POST('/api/suggestions/{id}/steps', { body, params: { path: { id }, header } }),
  )
}

export function comment(id: string, words: string, key: string): Promise<SuggestionView> {
  return answer(
    client.POST('/api/suggestions/{id}/comments', {
      body: { words },
      params: { path: { id }, header: keyed(key) },
    }),
  )
}

export function askToMerge(
  id: string,
  body: Schema['MergeRequest'],
  key: string,
): Promise<SuggestionView> {
  return answer(
    client.POST('/api/suggestions/{id}/merges', {
      body,
      params: { path: { id }, header: keyed(key) },
    }),
  )
}

export async function answerMerge(
  id: string,
  body: Schema['ConsentRequest'],
  key: string,
): Promise<true> {
  await answer(
    client.POST('/api/merges/{id}/consents', {
      body,
      params: { path: { id }, header: keyed(key) },
    }),
  )
  return true
}

export async function lookAtContact(id: string, reason: string, key: string): Promise<string> {
  const seen = await answer(
    client.POST('/api/suggestions/{id}/contact-looks', {
      body: { reason },
      params: { path: { id }, header: keyed(key) },
    }),
  )
  return seen.contact
}

export function fetchPublicCall(code: string) {
  return answer(client.GET('/api/public/calls/{code}', { params: { path: { code } } }), {
    anonymous: true,
  })
}

export async function fetchPublicSimilar(
  code: string,
  text: string,
): Promise<Schema['PublicSimilar'][]> {
  const found = await answer(
    client.POST('/api/public/calls/{code}/similar', {
      body: { text },
      params: { path: { code }, header: keyed(newKey()) },
    }),
    { anonymous: true },
  )
  return found.items
}

export function suggestPublicly(code: string, body: Schema['PublicSuggestion'], key: string) {
  return answer(
    client.POST('/api/public/calls/{code}', {
      body,
      params: { path: { code }, header: keyed(key) },
    }),
    { anonymous: true },
  )
}

export function fetchPublicAnswer(answer_code: string, key: string) {
  return answer(
    client.POST('/api/public/answers', { body: { answer_code }, params: { header: keyed(key) } }),
    { anonymous: true },
  )
}
