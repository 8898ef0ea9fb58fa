// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { answer, client, type Schema } from '@/api/client'

export type PlanVersion = Schema['PlanVersion']
export type VersionHead = Schema['VersionHead']
export type ComparedParagraph = Schema['ComparedParagraph']
export type PastTopic = Schema['PastTopic']
export type ComparedTopic = Schema['ComparedTopic']
export type PlanComparison = Schema['PlanComparison']

export async function fetchVersions(id: string): Promise<PlanVersion[]> {
  const found = client.GET('/api/plans/{id}/versions', { params: { path: { id } } })
  return (await answer(found)).items
}

// Each "now", the number of a version or a day.
export function fetchComparison(
  id: string,
  before: string,
  after: string,
): Promise<PlanComparison> {
  const params = { path: { id }, query: { before, after } }
  return answer(client.GET('/api/plans/{id}/comparison', { params }))
}
