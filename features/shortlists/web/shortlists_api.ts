// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { addressOf } from '@/api/address'
import { answer, client, ifMatch, keyed, type Schema } from '@/api/client'

export type RoundView = Schema['RoundView']
export type RoundWords = Schema['RoundWords']
export type RoundLine = Schema['RoundLine']
export type Candidate = RoundView['candidates'][number]
export type Proposal = NonNullable<RoundView['proposal']>
export type Exchange = Proposal['exchanges'][number]
export type PassedOver = Exchange['passed_over'][number]
export type RoundStep = RoundView['steps'][number]
export type Decision = Schema['ShortlistDecision']
export type Placement = Schema['TopicPlacement']
export type TopicKind = RoundWords['slots'][number]['kind']
export type TopicField = RoundWords['wanted'][number]['field']

export async function fetchRounds(): Promise<RoundLine[]> {
  return (await answer(client.GET('/api/rounds'))).items
}

export function fetchRound(id: string): Promise<RoundView> {
  return answer(client.GET('/api/rounds/{id}', { params: { path: { id } } }))
}

export function makeRound(body: RoundWords, key: string): Promise<RoundView> {
  return answer(client.POST('/api/rounds', { body, params: { header: keyed(key) } }))
}

const versioned = (id: string, version: number, key: string) => ({
  path: { id },
  header: { ...keyed(key), ...ifMatch(version) },
})

export function editRound(
  id: string,
  version: number,
  body: Schema['RoundEdit'],
  key: string,
): Promise<RoundView> {
  return answer(client.PATCH('/api/rounds/{id}', { body, params: versioned(id, version, key) }))
}

export function placeSuggestions(
  id: string,
  version: number,
  placements: Placement[],
  key: string,
): Promise<RoundView> {
  return answer(
    client.POST('/api/rounds/{id}/placements', {
      body: { placements },
      params: versioned(id, version, key),
    }),
  )
}

export function takeRoundStep(
  id: string,
  version: number,
  body: Schema['RoundStepRequest'],
  key: string,
): Promise<RoundView> {
  return answer(
    client.POST('/api/rounds/{id}/steps', { body, params: versioned(id, version, key) }),
  )
}

export function changeShortlist(
  id: string,
  version: number,
  body: Schema['ShortlistChangeRequest'],
  key: string,
): Promise<RoundView> {
  return answer(
    client.POST('/api/rounds/{id}/changes', { body, params: versioned(id, version, key) }),
  )
}

export function decideShortlist(
  id: string,
  version: number,
  body: Decision,
  key: string,
): Promise<RoundView> {
  return answer(
    client.POST('/api/rounds/{id}/decision', { body, params: versioned(id, version, key) }),
  )
}

export async function markSuggestion(
  id: string,
  body: Schema['MarkRequest'],
  key: string,
): Promise<string[]> {
  const kept = await answer(
    client.POST('/api/rounds/{id}/marks', { body, params: { path: { id }, header: keyed(key) } }),
  )
  return kept.marks
}

export const listAddress = (id: string, format: 'xlsx' | 'csv'): string =>
  addressOf(`/api/rounds/${id}/export`, { format })
