// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { addressOf } from '@/api/address'
import { answer, client, ifMatch, keyed, type Schema } from '@/api/client'

export type ScoringRoundView = Schema['ScoringRoundView']
export type ScoringRoundWords = Schema['ScoringRoundWords']
export type ScoringStepRequest = Schema['ScoringStepRequest']
export type BallotView = Schema['BallotView']
export type BallotItem = Schema['BallotItemView']
export type ScoringResult = Schema['ScoringResult']
export type NamedSheet = Schema['NamedSheetView']
export type Candidate = Schema['ScoringCandidateView']

export const result_sorts = ['best', 'apart', 'fewest', 'as_made'] as const
export const result_parts = ['divided', 'unscored'] as const
export const result_fields = ['economy', 'politics', 'culture', 'society', 'ecology'] as const

export interface ResultFilter {
  field?: (typeof result_fields)[number]
  only?: (typeof result_parts)[number]
  q?: string
  sort?: (typeof result_sorts)[number]
}

export async function fetchRounds(): Promise<ScoringRoundView[]> {
  return (await answer(client.GET('/api/scoring-rounds'))).items
}

export function fetchRound(id: string): Promise<ScoringRoundView> {
  return answer(client.GET('/api/scoring-rounds/{id}', { params: { path: { id } } }))
}

export function makeRound(body: Schema['NewRound'], key: string): Promise<ScoringRoundView> {
  return answer(client.POST('/api/scoring-rounds', { body, params: { header: keyed(key) } }))
}

export function editRound(
  id: string,
  version: number,
  body: ScoringRoundWords,
  key: string,
): Promise<ScoringRoundView> {
  const header = { ...keyed(key), ...ifMatch(version) }
  return answer(
    client.PATCH('/api/scoring-rounds/{id}', { body, params: { path: { id }, header } }),
  )
}

export function takeRoundStep(
  id: string,
  version: number,
  body: ScoringStepRequest,
  key: string,
): Promise<ScoringRoundView> {
  const header = { ...keyed(key), ...ifMatch(version) }
  return answer(
    client.POST('/api/scoring-rounds/{id}/steps', { body, params: { path: { id }, header } }),
  )
}

export async function fetchCandidates(q: string): Promise<Candidate[]> {
  const query = { q: q || undefined }
  return (await answer(client.GET('/api/scoring-reviewers', { params: { query } }))).items
}

export function fetchBallot(id: string): Promise<BallotView> {
  return answer(client.GET('/api/scoring-rounds/{id}/ballot', { params: { path: { id } } }))
}

export function giveScores(id: string, suggestion_id: string, scores: number[], key: string) {
  return answer(
    client.POST('/api/scoring-rounds/{id}/scores', {
      body: { suggestion_id, scores },
      params: { path: { id }, header: keyed(key) },
    }),
  )
}

export function giveComment(id: string, suggestion_id: string, words: string, key: string) {
  return answer(
    client.POST('/api/scoring-rounds/{id}/comments', {
      body: { suggestion_id, words },
      params: { path: { id }, header: keyed(key) },
    }),
  )
}

export function fetchResults(id: string, filter: ResultFilter, after?: string) {
  return answer(
    client.GET('/api/scoring-rounds/{id}/results', {
      params: { path: { id }, query: { ...filter, after, size: 50 } },
    }),
  )
}

export const resultsAddress = (id: string, filter: ResultFilter): string =>
  addressOf(`/api/scoring-rounds/${id}/results/export`, filter)

export function fetchNames(id: string) {
  return answer(client.GET('/api/scoring-rounds/{id}/names', { params: { path: { id } } }))
}
