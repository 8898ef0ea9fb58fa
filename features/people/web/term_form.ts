// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The words of a term as fields of a form: all of them text.
import { numberIn } from '@/numerals'
import { periodOf, type Period } from './days'

export type TermForm = { number: string; from: string; until: string }

export const term_pointers = ['/number', '/period/from', '/period/until', '/from', '/until']

export const isWhole = ({ number, from }: TermForm): boolean =>
  numberIn(number) !== undefined && from !== ''

export function wordsOf(form: TermForm): { number: number; period: Period } {
  return { number: numberIn(form.number)!, period: periodOf(form.from, form.until) }
}
