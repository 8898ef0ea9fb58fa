// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { answer, client, type Schema } from '@/api/client'

export type Hit = Schema['HitView']
export type HitPage = Schema['PageOfHitView']
export type Piece = Schema['PieceView']

export const kinds = ['plan', 'topic', 'document'] as const
export const sorts = ['newest', 'oldest'] as const
export const words_most = 200 // characters

export interface SearchAsk {
  q: string
  kind?: (typeof kinds)[number]
  year?: number
  sort?: (typeof sorts)[number]
}

export function fetchHits(
  asked: SearchAsk,
  { after, size, signal }: { after?: string; size: number; signal?: AbortSignal },
): Promise<HitPage> {
  return answer(client.GET('/api/search', { params: { query: { ...asked, after, size } }, signal }))
}

export async function fetchSearchYears(): Promise<number[]> {
  return (await answer(client.GET('/api/search/years'))).years
}

export function exportAddress(asked: SearchAsk): string {
  const given = Object.entries(asked).filter(([, value]) => value !== undefined && value !== '')
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
  return `/api/search/export?${query.toString()}`
}

// The page of a hit; a document opens at the line that was found.
export function pageOf(hit: Hit): string {
  if (hit.kind === 'plan') return `/plans/${hit.id}`
  if (hit.kind === 'topic') return `/topics/${hit.id}`
  return `/import/${hit.id}${hit.line > 0 ? `?line=${hit.line}` : ''}`
}
