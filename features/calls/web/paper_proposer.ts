// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Who suggested what came on paper, as the form of it has him: of the register by his id, else by the
// name that is typed; likewise the body.
import type { Schema } from '@/api/client'
import type { Organisation, OrganisationKind } from '../../people/web/register_api'
import type { Constituency } from './calls_api'

export interface PaperProposer extends Record<string, string> {
  constituency: string
  for_name: string
  for_id: string
  for_body: string
  body_id: string
}

export const emptyProposer = (): PaperProposer => ({
  constituency: '',
  for_name: '',
  for_id: '',
  for_body: '',
  body_id: '',
})
export const proposer_pointers = ['/constituency', '/for_name', '/for_id', '/for_body', '/body_id']

// Whose bodies may be named: those that speak for the constituency (topic_call.cc).
export const kinds_of: Readonly<Record<Constituency, readonly OrganisationKind[]>> = {
  departments: ['department', 'party_organ', 'government_organ'],
  parties_and_groups: ['party_or_group'],
  sectors: ['sector'],
  members: [],
  sub_districts: ['sub_district'],
  public_: [],
}

export const bodiesOf = (
  all: readonly Organisation[],
  constituency: Constituency,
): Organisation[] => all.filter((one) => kinds_of[constituency].includes(one.kind))

export const isNamed = (mine: PaperProposer): boolean =>
  Boolean(mine.for_name.trim() || mine.for_body.trim() || mine.body_id)

type Sent = Pick<Schema['PaperSuggestion'], 'for_name' | 'for_id' | 'for_body' | 'body_id'>
export const proposerOf = (mine: PaperProposer): Sent => ({
  for_name: mine.for_name.trim(),
  for_id: mine.for_id || null,
  for_body: mine.body_id ? '' : mine.for_body.trim(),
  body_id: mine.body_id || null,
})
