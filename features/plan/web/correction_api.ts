// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { answer, client, ifMatch, keyed, type Schema } from '@/api/client'
import type { PlanView } from './plan_api'

export type CorrectionView = Schema['CorrectionView']
export type CorrectionKept = Schema['CorrectionKept']
export type Visitor = Schema['VisitorView']

export function fetchCorrection(id: string): Promise<CorrectionView> {
  return answer(client.GET('/api/plan-documents/{id}/correction', { params: { path: { id } } }))
}

export function keepCorrection(
  id: string,
  version: number,
  body: Schema['Correction'],
  key: string,
): Promise<CorrectionKept> {
  return answer(
    client.PUT('/api/plan-documents/{id}/correction', {
      params: { path: { id }, header: { ...keyed(key), ...ifMatch(version) } },
      body,
    }),
  )
}

// `again`: although a plan was made of the same file.
export function finishCorrection(
  id: string,
  version: number,
  again: boolean,
  key: string,
): Promise<PlanView> {
  return answer(
    client.POST('/api/plan-documents/{id}/plan', {
      params: {
        path: { id },
        query: again ? { again } : {},
        header: { ...keyed(key), ...ifMatch(version) },
      },
    }),
  )
}

// Says that this window has the correction open; who else has it open.
export async function visit(
  id: string,
  window_id: string,
  key: string,
  signal: AbortSignal,
): Promise<Visitor[]> {
  const { others } = await answer(
    client.POST('/api/plan-documents/{id}/visits', {
      params: { path: { id }, header: keyed(key) },
      body: { window_id, leaves: false },
      signal,
    }),
  )
  return others
}

// Says that this window closes it. A closing page waits for nothing: the request is on its way
// before this returns, and outlives the page.
export function leave(id: string, window_id: string, key: string): void {
  const body: Schema['Presence'] = { window_id, leaves: true }
  void fetch(`/api/plan-documents/${encodeURIComponent(id)}/visits`, {
    method: 'POST',
    keepalive: true,
    credentials: 'same-origin',
    headers: { 'Content-Type': 'application/json', ...keyed(key) },
    body: JSON.stringify(body),
  }).catch(() => undefined)
}
