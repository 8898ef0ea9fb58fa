// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { addressOf } from '@/api/address'
import { answer, client, type Schema } from '@/api/client'

export type Balance = Schema['Balance']
export type PlanBalance = Schema['PlanBalance']
export type KindName = Schema['KindName']
export type Hint = Schema['KindCount']['hint']
export type FieldId = Schema['FieldName']['id']

export interface BalanceYears extends Record<string, number | undefined> {
  from?: number
  to?: number
}

export function fetchBalance(years: BalanceYears): Promise<Balance> {
  return answer(client.GET('/api/plans/balance', { params: { query: years } }))
}

export const exportAddress = (years: BalanceYears): string =>
  addressOf('/api/plans/balance/export', years)
