// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the tables of the balance show, in words.
import { t } from '@/i18n'
import type { Balance, Hint, KindName, PlanBalance } from './balance_api'

// "2–4", "≥ 1": how often a kind is usual in a year; nothing where nothing is.
export function usualOf(kind: KindName): string {
  if (kind.least !== null && kind.most !== null) {
    return kind.least === kind.most ? `${kind.least}` : `${kind.least}–${kind.most}`
  }
  if (kind.least !== null) return `≥ ${kind.least}`
  return kind.most === null ? '' : `≤ ${kind.most}`
}

export const hintTold = (hint: Hint): string =>
  hint === 'below' || hint === 'above' ? t(`balance.web.hint.${hint}`) : ''

// Kinds that some plan has, or that are usual: empty columns say nothing.
export function shownKinds(balance: Balance): KindName[] {
  return balance.kinds.filter(
    (kind, at) => kind.least || balance.plans.some((plan) => plan.kinds[at]!.count > 0),
  )
}

export function countAt(plan: PlanBalance, field: string | null, kind: string): number {
  return plan.cells.find((cell) => cell.field === field && cell.kind === kind)?.count ?? 0
}

export const fieldsOf = (balance: Balance): { id: string | null; name: string }[] => [
  ...balance.fields,
  { id: null, name: t('balance.web.no_field') },
]
