// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The rows of a list as a form has them: all words, as they are typed.
import { wholeNumber } from './setting_words'
import type { SettingItem, SettingView } from './settings_api'

export interface RowForm {
  id: string
  name: string
  name_en: string
  least: string
  most: string
  weight: string
  turn: string
  count: string
}

const word = (number: number | null | undefined) => String(number ?? '')

export const rowsOf = (items: readonly SettingItem[]): RowForm[] =>
  items.map((item) => ({
    id: item.id,
    name: item.name,
    name_en: item.name_en,
    least: word(item.least),
    most: word(item.most),
    weight: word(item.weight),
    turn: word(item.turn),
    count: word(item.count),
  }))

// Only what the list has; a number that is none is left to the server to refuse.
export function itemsOf(
  { columns }: Pick<SettingView, 'columns'>,
  rows: readonly RowForm[],
): SettingItem[] {
  const number = (has: boolean, text: string) => (has ? wholeNumber(text) : null)
  const frequency = (text: string) =>
    columns.frequency && text.trim() ? (wholeNumber(text) ?? -1) : null
  return rows.map((row) => ({
    id: row.id,
    name: columns.names ? row.name.trim() : '',
    name_en: columns.names ? row.name_en.trim() : '',
    least: frequency(row.least),
    most: frequency(row.most),
    weight: number(columns.weight, row.weight),
    turn: number(columns.reviewers, row.turn),
    count: number(columns.reviewers, row.count),
  }))
}
